const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const GIB = 2 ** 30;

/** What the state of an installation is judged by. */
export type Figures = {
  readonly haltedCode: string | null;
  readonly oldestJob: Date | null;
  readonly oldestText: Date | null;
  readonly textsInDoubt: number;
  readonly segmentsToday: number;
  readonly warnedFrom: number;
  readonly lastBackup: Date | null;
  readonly disk: { readonly freeBytes: number; readonly sizeBytes: number } | null;
};

export const SIGNS = ["carrier", "work", "texts", "segments", "backup", "disk"] as const;
export type Sign = (typeof SIGNS)[number];

const WORK_WITHIN_MS = MINUTE;
const TEXTS_WITHIN_MS = 10 * MINUTE;
/** A day, and time for the backup itself. */
const BACKUP_WITHIN_MS = 26 * HOUR;
const LEAST_FREE = 0.1;
const LEAST_FREE_BYTES = GIB;

/** What somebody should look at; docs/alerts.yml has the same limits. */
export function badSigns(figures: Figures, now: Date): ReadonlySet<Sign> {
  const isOlder = (at: Date | null, ms: number) => at !== null && now.getTime() - at.getTime() > ms;
  const { disk, lastBackup } = figures;
  const isBad: Readonly<Record<Sign, boolean>> = {
    carrier: figures.haltedCode !== null,
    work: isOlder(figures.oldestJob, WORK_WITHIN_MS),
    texts: isOlder(figures.oldestText, TEXTS_WITHIN_MS) || figures.textsInDoubt > 0,
    segments: figures.segmentsToday >= figures.warnedFrom,
    backup: lastBackup === null || isOlder(lastBackup, BACKUP_WITHIN_MS),
    disk:
      disk !== null && (disk.freeBytes < disk.sizeBytes * LEAST_FREE || disk.freeBytes < LEAST_FREE_BYTES),
  };
  return new Set(SIGNS.filter((sign) => isBad[sign]));
}
