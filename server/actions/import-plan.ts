import type { FormFault } from "#server/domain/form-fault.ts";
import type { GatheringDraft } from "#server/domain/gathering-form.ts";
import type { ChangedField } from "#server/domain/group-change.ts";
import type { GroupDraft } from "#server/domain/group-form.ts";

/** What is wrong in a table: on which line (null: all of it), in which column (null: the line). */
type TableFault = {
  readonly line: number | null;
  readonly column: string | null;
  readonly fault: FormFault;
};

/** What a line would do. */
export type ImportStep =
  | {
      readonly kind: "new-group";
      readonly line: number;
      readonly number: number | null;
      readonly draft: GroupDraft;
    }
  | {
      readonly kind: "change-group";
      readonly line: number;
      readonly id: number;
      readonly draft: GroupDraft;
      /** What becomes another. */
      readonly changes: readonly ChangedField[];
      /** The line has no number, but the name of that group. */
      readonly byName: boolean;
    }
  | { readonly kind: "new-gathering"; readonly line: number; readonly draft: GatheringDraft }
  | { readonly kind: "same"; readonly line: number; readonly name: string };

export type ImportPlan = { readonly steps: readonly ImportStep[]; readonly faults: readonly TableFault[] };

export function one(step: ImportStep): ImportPlan {
  return { steps: [step], faults: [] };
}

export function faulty(line: number, faults: readonly { field: string; fault: FormFault }[]): ImportPlan {
  return { steps: [], faults: faults.map(({ field, fault }) => ({ line, column: field, fault })) };
}

export function refused(fault: FormFault): ImportPlan {
  return { steps: [], faults: [{ line: null, column: null, fault }] };
}
