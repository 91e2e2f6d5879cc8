import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statfsSync } from "node:fs";
import { join } from "node:path";

export type Disk = {
  readonly path: string;
  /** Takes all the room that is left, again when others have freed some; how many bytes that was. */
  fill(): number;
  free(): void;
  remove(): void;
};

/** A file system of its own that can be full while the machine's is not; or why there is none on this machine. */
export function diskIn(folder: string, megabytes: number): Disk | string {
  const path = join(folder, "disk");
  mkdirSync(path);
  const options = `size=${megabytes}m,mode=0711`;
  const made = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path], { encoding: "utf8" });
  if (made.status !== 0)
    return `a tmpfs could not be mounted (root may): ${made.stderr?.trim() ?? made.error}`;
  const ballast: string[] = [];
  return {
    path,
    fill() {
      const room = roomIn(path);
      // All of it at once fails when somebody writes meanwhile: then half, and half of the rest.
      for (let size = room; size > 0 && roomIn(path) > 0; size = Math.floor(size / 2)) {
        const piece = join(path, `ballast-${ballast.length}`);
        ballast.push(piece);
        spawnSync("fallocate", ["-l", String(size), piece]);
      }
      return room;
    },
    free() {
      for (const piece of ballast.splice(0)) rmSync(piece, { force: true });
    },
    remove() {
      if (spawnSync("umount", [path]).status !== 0) spawnSync("umount", ["-l", path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** In bytes. */
function roomIn(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}
