const THINGS =
  "tarps,blankets,sleeping bag,tent stakes,camp stove,propane,phone charger,power bank,flashlight,batteries,first aid kit,bandages,diapers,baby formula,wheelchair,crutches,reading glasses,hot meal,drinking water,coffee,bread,apples,rice and beans,dog food,cat carrier,bike repair,bike pump,ride to clinic,ride to town,truck for hauling,rope,hammer,screwdriver,shovel,work gloves,rain boots,winter coat,wool socks,hat,backpack,guitar strings,songbook,haircut,massage,childcare,translation,sewing machine,needle and thread,laundry soap,toothbrush,towel,cot,camping chair,folding table,whiteboard,markers,printer,legal advice,tax help,firewood".split(
    ",",
  );
const KINDS =
  "red,blue,green,large,small,old,light,heavy,spare,clean,dry,warm,sturdy,cheap,soft,long,short,wide,quick,plain,north,south,east,west,kitchen,medic,river,hill,gate,barn,orchard,harbor,library,school,market,chapel,meadow,bridge,tower,corner".split(
    ",",
  );

/** What the i-th phone texts: 80 % posts, the rest what people ask in between; the same texts on every run. */
export function sampleText(i: number): { from: string; body: string } {
  const phone = `+1${String(2_010_000_000 + ((i * 7919) % 700_000_000))}`;
  const thing = `${KINDS[(i * 13) % KINDS.length]} ${KINDS[(i * 29 + 7) % KINDS.length]} ${THINGS[(i * 17) % THINGS.length]}`;
  const bodies = [
    `NEED 2 ${thing} till fri`,
    `GIFT ${thing}, have 3`,
    `need ${thing}`,
    `GIFT ${thing}`,
    `NECESITO ${thing}`,
    "MENU",
    `gift: ${thing} mornings`,
    "MINE",
    `NEED ${thing} 4`,
    "what is this",
  ];
  return { from: phone, body: bodies[i % bodies.length] ?? "MENU" };
}
