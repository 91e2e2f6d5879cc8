const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** What follows is what the thing is for, not the thing. */
export const PURPOSE = set("for para");
/** What follows is where it is. */
export const PLACE = set(
  "at in inside near nearby by on behind beside around outside across over under onto against along between en cerca junto detras afuera frente sobre debajo encima atras",
);
/** What follows comes along. */
export const WITH = set("with con incl includes including incluye");
export const TO = set("to a into toward towards hacia hasta til till rumbo");
export const FROM = set("from desde");
export const NOT = set(
  "no not without sin except excepto nunca never none ningun ninguna ni minus cant doesnt dont isnt wont",
);
/** What follows is when, not what. */
export const AROUND_TIME = set("after before during despues antes durante");
export const IF = set("if si when while cuando mientras until because porque unless");
/** What people are going to do without going anywhere. */
export const DEEDS = set(
  "cook make bake be have give do help bring need get play teach throw donate toss sell host start stay try show serve fix build clean sing paint share use run",
);
/** What follows is had already: "my bike" is not wanted. */
export const OWN = set("my our his her their mi mis nuestro nuestra nuestros nuestras su sus");
/** What follows is there, and what is wanted is said beside. */
export const HAVING = set("got have tengo tenemos traigo");
/** What stands before is only what it is about: "the books are a mess", "dog needs out". */
export const ABOUT = set(
  "is are was were isnt arent wasnt keeps keep kept needs went goes got gets wont quit died dies broke breaks smells leaks leaking esta estan anda andan quedo quedaron sigue",
);
/** Unless it is gone. */
export const LOST = set(
  "ran acabo acabaron termino terminaron agotaron left dejo dejamos another otra otro replacement replace lost lose losing forgot forget stole stolen perdi perdimos perdio olvide olvido robaron robo quemo quemaron deje",
);
/** What follows is for the other side to bring or do. */
export const YOURS = set("bring traigan traiga trae traer u you must");
export const AND = set("and y e n or o u plus mas also tambien");
export const OF = set("de del of");

/** What follows is wanted: what stood before was only the story. */
export const CUE = set(
  "need needs needing want wants wanted looking seeking searching require busco buscando buscamos necesito necesita necesitamos ocupo ocupamos quiero quisiera queremos quien alguien anyone anybody someone somebody who",
);

const GRAMMAR = new Set(
  [PURPOSE, PLACE, WITH, TO, FROM, NOT, AND, CUE, IF, YOURS, AROUND_TIME].flatMap((each) => [...each]),
);

/** Says how the words around it stand to each other, and names nothing. */
export function isGrammar(word: string): boolean {
  return GRAMMAR.has(word);
}

export const TO_OR_FROM: ReadonlySet<string> = new Set([...TO, ...FROM]);
/** Where one of these is said, an unknown word behind "to" is a town. */
export const RIDING = set(
  "ride rides raite aventon lift going driving drive heading headed leaving carpool seat seats voy vamos salgo va van viaje cabe caben back",
);
