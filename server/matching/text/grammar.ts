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

/** Words of asking, offering and describing that name nothing. */
export const PLAIN = set(`
  dz pk pcs pzas deg loaner pile load scraps trio spare spares dewalt coleman makita ryobi milwaukee honda costco duracell
  regalan regale prestan preste emprestan pasan urge ando andamos ocupando tendran tendra habra abra dejan favorcito porfi
  porfis ayudita manita chance oigan banda tantito tantita
  cord cords rainy tonites
  apoyo support mano stay tabletas pastillas jarabe pomada gotas capsulas tabs r
  homemade fresh fresca fresco fresh assorted pouch pouches packet packets sack sacks costal costales casero casera local organic dried frozen congelado congelada seco seca maduro madura ripe loud lleno llena llenos llenas
  pulgada pulgadas pies yardas metros pulg
  ayude ayuden ayudarme ayudame ayudarnos ayudan bad really badly bastante bien anoche viejito viejita viejitos please sir
  ill
  abt hes shes doz dozen min mins por casi etc anyways put ones one others btw wait every any hour else doing lots prefer
  rid thru through
  work works worked job contact call off open rid running run seat seats unit grade grades part parts buy
  i im me my we us our you u your he she they them it its is are be am was were been being being do does did done
  have has had having got get gets getting gotten can could will would should may might must shall let lets
  need needs needed needing want wants wanted looking look seeking searching find finding anyone anybody someone somebody
  who what where when why how which that this these those there here if so but as than then too very really just only
  please thanks thank pls hi hello hey good great nice fine new used old clean working works work free available extra spare
  leftover left over more most much many few some any all each every both another other others lot lots bunch bit couple
  pair pairs set sets piece pieces box boxes bag bags pack packs case cases bottle bottles can cans jar jars roll rolls
  size big small large little tiny huge long short heavy light warm cold hot dry wet soft hard full empty half whole
  red blue green black white yellow brown grey gray pink purple orange
  give giving given gift gifts offer offering offers donate donating donated donation lend lending loan borrow borrowing
  share sharing take taking taken bring bringing use using useful pick picking up off out down away back go going goes
  come comes coming make makes making made help helping helps happy glad willing able ready urgent urgently asap now soon
  thing things stuff item items something anything everything nothing kind kinds type types sort
  one two three four five six seven eight nine ten dozen first second third last next
  today tonight tomorrow day days week weeks weekend weekends month months hour hours minute minutes morning mornings
  afternoon afternoons evening evenings night nights noon midnight daily weekly early late before after during until since
  monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
  family families kids kid child children baby person people folks friend friends neighbor neighbors man woman men women
  son daughter mom dad mother father grandma grandpa wife husband brother sister camp place home house town city
  about around near inside via per until etc ok okay yes like think know see say said keep still again ever never always
  preferably ideally possibly maybe hopefully required condition cond decent gently lightly slightly worn brand
  lost broken broke brok old fast quick cheap own owner pickup
  yo mi mis tu tus su sus el ella nos nosotros ellos me te se le les lo la los las un una unos unas al del de que
  es son esta estan este esto estos estas soy somos estoy estamos era fue ser estar hay tiene tienen tengo tenemos tener
  puedo puede pueden podemos podria poder voy va vamos ir doy da damos dar ofrezco ofrecemos regalo regalamos regalar
  presto prestar presta prestado dono donar donamos traigo traer llevo llevar hago hace hacer hacen haga
  necesito necesita necesitamos necesitan busco buscamos busca buscando ocupo ocupa ocupamos quiero queremos quiere
  quisiera alguien quien quienes alguno algun alguna algunos algunas algo nada todo toda todos todas mucho mucha muchos
  muchas poco poca pocos pocas mas menos muy bien mal bueno buena buenos buenas nuevo nueva nuevos nuevas usado usada
  usados usadas viejo vieja limpio limpia gratis libre disponible extra sobra sobran sobro chico chica grande grandes
  pequeno pequena favor gracias hola ayuda ayudar ayudo urgente urgentemente pronto ya ahora hoy manana tarde tardes
  noche noches dia dias semana semanas mes meses hora horas lunes martes miercoles jueves viernes sabado sabados domingo
  domingos fin cada cualquier cosa cosas tipo talla par pares caja cajas bolsa bolsas paquete paquetes
  uno dos tres cuatro cinco seis siete ocho nueve diez docena primero ultimo
  familia hijo hija hijos hijas nino nina ninos ninas bebe persona personas gente senor senora esposo esposa mama papa
  abuelo abuela hermano hermana amigo amiga vecino vecina casa aqui ahi alla donde cuando como porque pues si no
  caliente calientes frio fria rojo roja azul verde negro negra blanco blanca
  per pa pal rumbo hacia entre sobre segun sea sean estado buen buenas listo lista llevarse sirve sirven funciona
  `);

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
