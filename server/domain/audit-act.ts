import type { ItemState } from "./agenda.ts";

/** Everything that the audit trail can say that somebody did; its words for people are the console's. */
export type AuditAct =
  | "grant role"
  | "take on role"
  | "take role away"
  | "make sign-in link"
  | "sign in"
  | "wrong sign-in code"
  | `${"write" | "change" | "test" | "release" | "pause" | "resume" | "stop"} broadcast`
  | "choose who gets broadcast"
  | "ask to release broadcast"
  | `${"make" | "edit" | "close" | "ask for"} group`
  | `${"plan" | "edit" | "cancel" | "restore"} gathering`
  | `${"plan" | "edit" | "end"} series`
  | "import table"
  | `item ${ItemState}`
  | `agenda: ${"add" | "up" | "down" | "drop" | "back" | "move" | "minutes"}`
  | `${"answer" | "close"} text`
  | "stop number"
  | `${"mute" | "unmute"} phone`
  | "introduce"
  | "hide post"
  | "show post again"
  | "show on public board"
  | "keep off public board"
  | "add somebody"
  | "add somebody on a shared phone"
  | "end sharing a phone"
  | `${"post" | "drop" | "done" | "still" | "relay" | "forget" | "join" | "leave"} for somebody`
  | "card for somebody"
  | "read out"
  | `${"make" | "activate" | "revoke"} cards`
  | "replace card"
  | "open card again"
  | "let screen act"
  | "wrong code of a screen"
  | `${"rename" | "revoke" | "set PIN of" | "set printer of"} screen`
  | "take screen out of order"
  | "put screen back in order"
  | `${"set" | "remove"} map`
  | `${"put" | "remove"} pin`
  | "rotate key"
  | "restore backup";
