/** A form or a scan that could not be sent, as the server was not there. */
export type Unsent = {
  readonly url: URL;
  readonly fields: URLSearchParams;
  /** Null: it came from no form. */
  readonly form: HTMLFormElement | null;
};

type Keeper = (unsent: Unsent) => Promise<boolean>;

let keeper: Keeper = async () => false;

/** Who keeps what can wait for the connection. `holds` is true when the screen says so already. */
export const whenAway = {
  keepBy(kept: Keeper): void {
    keeper = kept;
  },
  holds: (unsent: Unsent): Promise<boolean> => keeper(unsent),
};
