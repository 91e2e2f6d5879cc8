import type { ConceptId } from "../know/concept.ts";
import type { Link } from "../know/relate.ts";

/** Why two posts may fit, and what speaks against it; `sms/messages/why.ts` says it in words. */
export type Reason =
  /** What the need asks for and what the gift is. `beside`: one of them only names it beside the thing. */
  | {
      readonly kind: "link";
      readonly link: Link;
      readonly need: ConceptId;
      readonly gift: ConceptId;
      readonly beside: boolean;
    }
  | { readonly kind: "lowered"; readonly by: Lowered };

/** What makes a fit less likely without ruling it out. */
export type Lowered = "object" | "details" | "age" | "property" | "place" | "hours" | "length" | "story";
