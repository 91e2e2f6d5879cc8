import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Camp, startCamp } from "#test/support/camp.ts";
import { type Desk, startConsole } from "#test/support/console.ts";
import { pngOf } from "#test/support/pictures.ts";

let camp: Camp;
let ada: Desk;
beforeAll(async () => {
  camp = await startCamp();
  ada = await startConsole(camp, { phone: "+14015550109", name: "Ada" });
  await ada.post("/organize/groups", { name: "Kitchen", place: "Big Tent", open: "on" });
  await ada.post("/organize/groups", { name: "Songs", place: "big  tént", open: "on" });
  await ada.post("/organize/groups", { name: "Medics", place: "White tent", open: "on" });
});
afterAll(() => camp.close());
beforeEach(async () => {
  await camp.database.query("DELETE FROM map_pins");
  await camp.database.query("DELETE FROM camp_maps");
});

test("an organizer uploads a picture, and the touchscreen shows it", async () => {
  expect((await ada.get("/organize/map")).text).toContain("There is no map yet.");
  expect(await touchscreen("/kiosk/map")).toContain("There is no map yet.");
  expect((await upload(pngOf(400, 200))).text).toContain("Saved.");
  const { headers, status } = await fetch(`${camp.url}/kiosk/map/picture`);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
});

test("who has the picture is not sent it again until there is another", async () => {
  await upload(pngOf(400, 200));
  const etag = (await fetch(`${camp.url}/kiosk/map/picture`)).headers.get("etag") ?? "";
  const again = await fetch(`${camp.url}/kiosk/map/picture`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  await camp.advance(1);
  await upload(pngOf(300, 300));
  const other = await fetch(`${camp.url}/kiosk/map/picture`, { headers: { "if-none-match": etag } });
  expect(other.status).toBe(200);
});

test.each([
  [
    "a drawing that may hold scripts",
    "map.svg",
    "image/svg+xml",
    "<svg xmlns='http://www.w3.org/2000/svg'/>",
  ],
  ["a page that calls itself a PNG", "map.png", "image/png", "<!doctype html><p>hello"],
  ["nothing", "map.png", "image/png", ""],
])("%s is refused in words, and the map before it stays", async (_, name, type, text) => {
  await upload(pngOf(400, 200));
  const page = await upload(Buffer.from(text), name, type);
  expect(page.status).toBe(400);
  expect(page.text).toContain("That is no PNG, JPEG or WebP picture");
  expect((await fetch(`${camp.url}/kiosk/map/picture`)).headers.get("content-type")).toBe("image/png");
});

test("a picture of several megabytes goes in, and more than five do not", async () => {
  const big = new Uint8Array(4 * 1024 * 1024);
  big.set(pngOf(400, 200));
  expect((await upload(big)).text).toContain("Saved.");
  expect((await upload(new Uint8Array(6 * 1024 * 1024))).status).toBe(413);
});

test("a place is named once however groups write it, and its pin is where the picture was touched", async () => {
  await upload(pngOf(400, 200));
  const list = (await ada.get("/organize/map")).text;
  expect(list.match(/Put a pin: /g)).toHaveLength(2);
  const page = await ada.get("/organize/map/pin?place=Big%20Tent");
  expect(page.text).toMatch(/type="image" name="point"[^>]*width="640" height="320"/);
  await pin("BIG TENT", "Big tent", { "point.x": "160", "point.y": "240" });
  expect(await pins()).toEqual([{ place: "big tent", label: "Big tent", x: 0.25, y: 0.75 }]);
  expect((await ada.get("/organize/map")).text).toContain("On the map");
  for (const id of [1, 2]) expect(await touchscreen(`/kiosk/groups/${id}`)).toContain('aria-label="Map: ');
  expect(await touchscreen("/kiosk/groups/3")).not.toContain('aria-label="Map: ');
  expect(await touchscreen("/kiosk/map")).toMatch(/<b>1<\/b><span>Big tent/);
});

test("without a mouse or a finger the pin is put by numbers", async () => {
  await upload(pngOf(400, 200));
  await pin("Big Tent", "Big tent", { left: "12.5", top: "100" });
  expect(await pins()).toEqual([{ place: "big tent", label: "Big tent", x: 0.125, y: 1 }]);
});

test("putting a pin again moves it and names it anew, and removing it takes it off the touchscreen", async () => {
  await upload(pngOf(400, 200));
  await pin("Big Tent", "Tent", { "point.x": "10", "point.y": "10" });
  await pin("Big Tent", "Great tent", { "point.x": "320", "point.y": "160" });
  expect(await pins()).toEqual([{ place: "big tent", label: "Great tent", x: 0.5, y: 0.5 }]);
  await ada.post("/organize/map/pin/remove", { place: "Big Tent" });
  expect(await pins()).toEqual([]);
  expect(await touchscreen("/kiosk/map")).toContain("Nobody has marked a place yet.");
});

test("a pin without a name is asked for one, and one without a map or a place is not put", async () => {
  expect((await pin("Big Tent", "Big tent", { "point.x": "1", "point.y": "1" })).status).toBe(404);
  await upload(pngOf(400, 200));
  const nameless = await pin("Big Tent", " ", { "point.x": "1", "point.y": "1" });
  expect([nameless.status, nameless.text.includes("and a name")]).toEqual([400, true]);
  expect((await pin("?!", "Nowhere", { "point.x": "1", "point.y": "1" })).status).toBe(400);
  expect(await pins()).toEqual([]);
});

test("without a map places are told in words again, and the pins wait for the next picture", async () => {
  await upload(pngOf(400, 200));
  await pin("Big Tent", "Big tent", { "point.x": "320", "point.y": "160" });
  await ada.post("/organize/map/remove", {});
  const group = await touchscreen("/kiosk/groups/1");
  expect(group).toContain("Big Tent");
  expect(group).not.toContain("Map: ");
  expect((await fetch(`${camp.url}/kiosk/map/picture`)).status).toBe(404);
  await upload(pngOf(300, 300));
  expect(await touchscreen("/kiosk/groups/1")).toContain("Map: Big Tent");
});

test("a place that nothing names any more is still listed, so that its pin can go", async () => {
  await upload(pngOf(400, 200));
  await pin("Old oak", "Old oak", { "point.x": "1", "point.y": "1" });
  expect((await ada.get("/organize/map")).text).toContain("Named by nothing any more");
});

test("the map is for organizers, and each change leaves a line in the audit trail", async () => {
  const cleo = await startConsole(camp, {
    phone: "+14015550107",
    name: "Cleo",
    role: "convenor",
    groupId: 1,
  });
  expect((await cleo.get("/organize/map")).status).toBe(403);
  expect((await cleo.get("/organize")).text).not.toContain("/organize/map");
  expect((await cleo.post("/organize/map/pin", { place: "Elm", label: "Elm" })).status).toBe(403);
  await camp.database.query("DELETE FROM audit_entries");
  await upload(pngOf(400, 200));
  await pin("Big Tent", "Big tent", { "point.x": "1", "point.y": "1" });
  await ada.post("/organize/map/pin/remove", { place: "Big Tent" });
  await ada.post("/organize/map/remove", {});
  const { rows } = await camp.database.query("SELECT act, subject FROM audit_entries ORDER BY id");
  expect(rows).toEqual([
    { act: "set map", subject: "400 x 200" },
    { act: "put pin", subject: "Big tent" },
    { act: "remove pin", subject: "Big tent" },
    { act: "remove map", subject: "" },
  ]);
});

function upload(bytes: Uint8Array<ArrayBuffer>, name = "map.png", type = "image/png") {
  const form = new FormData();
  form.set("picture", new File([bytes], name, { type }));
  return ada.upload("/organize/map/picture", form);
}

function pin(place: string, label: string, point: Record<string, string>) {
  return ada.post("/organize/map/pin", { place, label, ...point });
}

async function pins() {
  const { rows } = await camp.database.query("SELECT place, label, x, y FROM map_pins");
  return rows;
}

async function touchscreen(path: string): Promise<string> {
  return (await fetch(camp.url + path)).text();
}
