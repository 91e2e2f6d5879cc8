import { afterEach, describe, expect, test } from "vitest";
import { type Camp, QUEUES, startCamp } from "#test/support/camp.ts";
import { startConsole } from "#test/support/console.ts";

let camp: Camp;
afterEach(() => camp.close());

describe.each(QUEUES)("the queues of %s at the console", (queue) => {
  test("are shown to organizers, with nothing from elsewhere and nothing of people", async () => {
    camp = await startCamp({ queue });
    const phone = camp.phone();
    await phone.text("NEED 2 tarps");
    const ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
    const page = await ada.get("/organize/queues");
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/https?:\/\//);
    const [, script = ""] = /<script[^>]* src="([^"]+)"/.exec(page.text) ?? [];
    expect((await ada.get(`/organize/queues/${script}`)).text.length).toBeGreaterThan(1000);
    const { queues } = JSON.parse((await ada.get("/organize/queues/api/queues")).text);
    expect(queues.map(({ name }: { name: string }) => name).sort()).toEqual([
      "fetch",
      "match",
      "send",
      "tend",
    ]);
    expect(queues.every(({ readOnlyMode }: { readOnlyMode: boolean }) => readOnlyMode)).toBe(true);
    expect(JSON.stringify(queues)).not.toMatch(/tarps|\+?1?401555/);
  }, 90_000);

  test("cannot be changed there, and are closed to whoever is no organizer", async () => {
    camp = await startCamp({ queue });
    const ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
    expect((await ada.post("/organize/queues/api/queues/send/pause", {})).status).toBe(404);
    const ben = await startConsole(camp, { phone: "+14015550108", name: "Ben", role: "helper" });
    expect((await ben.get("/organize/queues")).status).toBe(403);
    expect((await ben.get("/organize/queues/api/queues")).status).toBe(403);
    const stranger = await fetch(`${camp.url}/organize/queues/api/queues`, { redirect: "manual" });
    expect(stranger.status).toBe(303);
  });
});
