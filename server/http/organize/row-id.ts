import { z } from "zod";

/** A row's id in an address or a form: what PostgreSQL can hold as one. */
export const RowId = z.coerce
  .number()
  .int()
  .positive()
  .max(2 ** 31 - 1);
