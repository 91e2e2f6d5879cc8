/** The one part of `root` that the page promises to have; a page and a module that drifted apart fail here, by name. */
export function part<T extends Element>(root: ParentNode, selector: string, kind: new () => T): T {
  const found = root.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}`);
}

/** A fresh copy of a `<template>`'s one element. */
export function copyOf(template: HTMLTemplateElement): HTMLElement {
  const copy = template.content.firstElementChild?.cloneNode(true);
  if (copy instanceof HTMLElement) return copy;
  throw new Error("An empty template");
}

/** A finger on glass: moving the focus would throw up the device's own keyboard. */
export function isTouch(event: Event): boolean {
  return event instanceof PointerEvent && event.pointerType === "touch";
}
