import type { Language } from "#server/domain/language.ts";

// Reviewed as a whole: a wrong alarm costs an organizer a look, a missed one may cost a life, but alarms that cry
// wolf over firewood are soon ignored. Patterns see folded words: lower case, no accents, no apostrophes.
const WHO =
  "(?:he|she|they|we|i|someone|somebody|man|guy|woman|lady|girl|boy|kid|child|baby|friend|person|neighbor)";
const KIN =
  "(?:friend|kid|kids|child|son|daughter|baby|mom|mother|dad|father|wife|husband|partner|sister|brother|neighbor|girlfriend|boyfriend)";
const CHORE =
  "(?:with|to|a|con|para|en|move|moving|find|finding|carry|set|build|building|fix|fixing|lift|cook|wash|clean|get|pack|unload|load|understand|post|use|make|learn|put|take|dig|paint|sort|translate|text|sign|join|change|choose|fill|read|write)";
const NOT_A_CHORE = `(?! (?:\\w+ )?${CHORE}\\b)`;

/** Alarms only when the text opens with them (greetings aside). */
const OPENING_EN = [
  "911",
  "sos(?= (?:help|now|sos|ayuda)|$)",
  "mayday",
  "call (?:911|an? ambulance|ambulance|the police|police|the cops|cops|a medic)",
  "emerg[ea]nc(?:y|ey|ia)(?! (?:blankets?|contacts?|kits?|radios?|food|supplies|prep|preparedness|training|exits?|plans?|lights?|shelter|meeting|assembly|numbers?|phone))",
  "help help",
  "help please$",
  `please help(?! (?:me |us )?(?:\\w+ )?${CHORE}\\b)`,
  `help (?:me|us)${NOT_A_CHORE}`,
  `help (?:he|hes|he has|she|shes|they|theyre|someone|somebody|someones|theres|there is)${NOT_A_CHORE}`,
  `help my ${KIN}${NOT_A_CHORE}`,
  "help (?:a )?(?:man|woman|guy|kid|child|baby|police|fire|medic|ambulance|emergency|now|asap|hurry|quick|quickly|urgent|911)",
  "help (?:im|i am) (?:hurt|bleeding|trapped|stuck|scared|dying|lost|alone|drowning|having|being|in danger|sick|burning)",
  "help i (?:fell|cant|cannot|was|got|think im|think i am)",
  "fire(?! (?:wood|extinguishers?|pits?|drills?|circles?|place|spinning|spinners?|dancing|dancers?|show|starters?|logs?|blankets?|rings?|safety|watch|keepers?|marshal|hydrants?|tonight|side|ants?|bans?|permits?|code|sale|cider))",
  "(?:theres|there is) (?:a )?fire(?! (?:wood|extinguisher|pit|drill|circle|place|side))",
  "(?:need|needs|send|get) (?:an? |the )?(?:ambulance|ambulence|paramedics?|police|cops|911|emergency help)",
  "(?:need|needs|send|get) (?:a |the )?(?:medic|doctor|nurse|narcan) (?:now|asap|fast|quick|quickly|here|urgent|right now|hurry)",
  "(?:ambulance|ambulence|police|paramedics?)(?! (?:brutality|violence|training|report|scanner|station))",
  "medic(?:$| (?:now|please|asap|at|to|needed|quick|fast|here|hurry))",
  "(?:active )?shooter",
  "shots? fired",
  "gun ?shots?",
];

const OPENING_ES = [
  "socorro",
  "auxilio",
  "emergencia(?! (?:kit|contacto))",
  "ambulancia",
  "policia(?! (?:de|comunitaria))",
  "fuego(?! (?:lento|para|de))",
  "incendio",
  "hay (?:fuego|un fuego|un incendio|incendio)(?! (?:lento|para))",
  "se (?:esta )?quema(?:ndo)?",
  "ayud(?:a|ame|eme|enme|anos|ennos) ?(?:por favor|porfavor|ya|rapido|urgente|ayuda|policia|fuego|ambulancia)",
  "por favor ayud(?:a|ame|eme|enme|anos|ennos)(?! (?:a|con|para|en))",
  "ayud(?:ame|eme|enme|anos|ennos)(?! (?:\\w+ )?(?:a|con|para|en)\\b)",
  "ayuda (?:el|ella|esta|estan|me|alguien|vienen|viene|hay un|hay una|un hombre|una mujer|mi (?:hijo|hija|bebe|mama|papa|esposo|esposa|amigo|amiga|hermano|hermana|novio|novia))(?! (?:\\w+ )?(?:con|para)\\b)",
  "(?:necesito|necesitamos|manden|llamen|llama) (?:a )?(?:una? |la |al )?(?:ambulancia|policia|911|paramedicos?)",
  "(?:necesito|necesitamos|manden) (?:a )?(?:un |una )?(?:medico|doctor|doctora|enfermera|narcan) (?:ya|urgente|rapido|ahora|pronto)",
  "(?:tiroteo|balacera|balazos?|disparos?)",
];

/** Alarms wherever they stand, even in a NEED. */
const ANYWHERE_EN = [
  "over ?dos(?:e|es|ed|ing)(?! (?:kits?|training|prevention|reversal|workshop|class|awareness|response))",
  "od(?:ing|ed)",
  "(?:not|isnt|is not|stopped|stop|barely) (?:breath?ing|brething|breath)",
  "(?:cant|cannot|can not|cant even|couldnt) (?:breathe|breath|brethe)",
  "trouble breathing",
  "no pulse",
  "(?:heart|hart) att?ack",
  "having a stroke",
  "chest pains?",
  `${WHO} (?:is |s )?(?:chok(?:ing|in)|drown(?:ing|in)|uncon[sc]+ious|unresponsive|seizing)`,
  "uncon[sc]+ious(?! bias)",
  "(?:wont|will not|not|doesnt) (?:wake|waking) up",
  "cant wake (?:him|her|them)",
  "(?:having|had|has) (?:a )?s[ei]+zure",
  `${WHO} (?:just |has |have )?(?:collapsed|passed out(?! (?:flyers|food|water|cards|the)))`,
  "bleeding (?:out|bad|badly|a lot|heavily|everywhere|to death)",
  "(?:wont|not|cant) stop bleeding",
  "(?:been|got|was|is|hes|shes|im) (?:stabbed|shot(?! (?:glass|glasses|gun|down|of|put)))",
  "someone (?:stabbed|shot)",
  "(?:getting|being|been|was|got|is) (?:attacked|assaulted|raped|beaten|strangled|mugged|robbed)",
  "sexual(?:ly)? assault(?:ed)?(?! (?:survivors?|awareness|support|prevention|training))",
  "raped me",
  "(?:attacking|hitting|beating|choking|strangling|threatening) (?:me|us|him|her|them|someone)",
  `(?:${WHO}|${KIN}) (?:just )?(?:hits?|beats?|chokes?|choked|attacked|stabbed|threatened) (?:me|us|her|him|my)(?! (?:up|to|with))`,
  "(?:has|got|have|with|pulled|pulling|waving|holding) (?:a |his |her )?(?:gun|weapon)(?! (?:safe|rack|case|powder))",
  `(?:${WHO}|hes|shes) (?:has|got|with|pulled|holding|waving|coming at \\w+ with) (?:a |his |her )?(?:knife|machete)(?! (?:i|we|to|for))`,
  "(?:kill|killing|hurt|hurting) my ?self",
  "(?:wants? to|wanna|(?:im|hes|shes) (?:going to|gonna)) die",
  "(?:wants? to|wanna|going to|gonna|will) kill (?:me|him|her|us|them|himself|herself)",
  "end (?:my|her|his) life",
  "dont want to live",
  "suicid(?:e|al)(?! (?:prevention|awareness|training|squad))",
  "suiside",
  `(?:someone|somebody|man|guy|hes|is) (?:is )?(?:following|stalking|chasing) (?:me|her|us)`,
  "breaking in(?:to)? (?:my|our|the)",
  "kidnapp?(?:ed|ing)",
  "(?:missing|lost) (?:child|kid|toddler|baby)",
  "(?:child|kid|toddler|baby|son|daughter) (?:is |has gone |went )?missing",
  "(?:smells?|smelling) (?:of |like )?(?:gas|propane)",
  "(?:gas|propane) leak",
  "carbon monoxide(?! (?:alarms?|detectors?))",
  `(?:tent|house|camp|kitchen|building|car|truck|trailer|van|rv|stage|everything|grass|tree|trees|field|${WHO}) (?:is |are )?on fire`,
  "(?:allergic|anaphylactic) (?:reaction|shock)",
  "(?:shes|she is|im|i am|wife is) in labor",
  "(?:going|went) into labor",
  "(?:her|my) water broke",
  `${WHO} (?:is |are )?(?:hurt|injured) (?:bad|badly)`,
];

const ANYWHERE_ES = [
  "sobre ?dosis(?! (?:kits?|entrenamiento|prevencion|taller))",
  "(?:no|ya no|dejo de|casi no) respira(?:r|n)?",
  "no (?:puedo|puede|pueden) respirar",
  "no (?:tiene )?pulso",
  "at+aque (?:al corazon|cardiaco|de corazon)",
  "infarto",
  "dolor (?:de|en el) pecho",
  "inconsciente",
  "no (?:se )?despierta",
  "se (?:desmayo|desmaya|desvanecio|ahoga|esta ahogando|desangra|esta desangrando)",
  "convulsion(?:es|ando)?",
  "sangra(?:ndo)? (?:mucho|bastante)",
  "(?:apunalaron|apunalado|apunalada|apunalo)",
  "(?:me|le|lo|la|nos) (?:dispararon|disparo|balearon|apuntan|asaltaron|atacaron|violaron|golpearon)",
  "(?:tiene|trae|saco|con) (?:una |un |su )?(?:pistola|arma)(?! (?:de|para))",
  "(?:el|ella|hombre|tipo|senor|mujer) (?:tiene|trae|saco|con) (?:un |una )?(?:cuchillo|navaja|machete)",
  "(?:me|nos|la|lo|le) (?:esta |estan )(?:pegando|golpeando|atacando|amenazando|siguiendo|ahorcando)",
  "(?:el|ella|esposo|marido|novio|pareja|papa|hombre|alguien) me (?:pega|pego)",
  "me (?:golpea|golpeo|amenaza|amenazo|ahorca|violo)",
  "(?:me|la|lo|nos) (?:quiere|quieren|va|van) (?:a )?matar",
  "abuso sexual",
  "suicid(?:io|arme|arse|a|ar)(?! (?:prevencion))",
  "(?:matarme|quitarme la vida|quiero morir|quiero morirme|no quiero vivir)",
  "(?:alguien|un hombre|un tipo) me (?:sigue|persigue)",
  "secuestr(?:o|aron|ado|ada)",
  "(?:fuga de|huele a) gas",
  "reaccion alergica",
  "(?:rompio la fuente|en labor de parto|va a dar a luz)",
  "(?:ninos?|ninas?|bebe|hijo|hija) (?:esta )?(?:perdid[oa]|desaparecid[oa])",
  "(?:se )?perdio (?:un nino|una nina|mi hijo|mi hija)",
  "(?:se (?:esta )?quema|se esta quemando|en llamas)",
];

const GREETED = "(?:(?:hi|hello|hey|oh|omg|please|hola|oigan|oye|por favor) )*";
const opening = (patterns: readonly string[]) =>
  new RegExp(`^${GREETED}(?:i |we |yo )?(${patterns.join("|")})(?!\\w)`);
const anywhere = (patterns: readonly string[]) => new RegExp(`(?<!\\w)(${patterns.join("|")})(?!\\w)`);

const OPENING = [
  { language: "en", pattern: opening(OPENING_EN) },
  { language: "es", pattern: opening(OPENING_ES) },
] as const;
const ANYWHERE = [
  { language: "en", pattern: anywhere(ANYWHERE_EN) },
  { language: "es", pattern: anywhere(ANYWHERE_ES) },
] as const;
/** Europe's and Britain's numbers; these may be the number of a post too, so only as the whole text. */
const OTHER_NUMBERS: ReadonlySet<string> = new Set(["112", "999"]);

export type Alarm = { readonly wording: string; readonly language: Language | null };

/** `aside`: the text is a gift or an announcement, where such words are said of something else. */
export function readAlarm(folded: string, aside: boolean): Alarm | null {
  if (OTHER_NUMBERS.has(folded)) return { wording: folded, language: null };
  for (const { language, pattern } of aside ? OPENING : [...OPENING, ...ANYWHERE]) {
    const wording = pattern.exec(folded)?.[1];
    if (wording !== undefined) return { wording, language: wording === "911" ? null : language };
  }
  return null;
}
