import type { Command } from "#sms/command.ts";
import { readCommand } from "#sms/read-command.ts";

export function commandOf(body: string): Command {
  return readCommand({ body, mediaCount: 0 }).command;
}

export function verbOf(body: string): Command["verb"] {
  return commandOf(body).verb;
}

export function languageOf(body: string) {
  return readCommand({ body, mediaCount: 0 }).language;
}
