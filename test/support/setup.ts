import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a program prints to console.error is a fault that nobody handled. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
