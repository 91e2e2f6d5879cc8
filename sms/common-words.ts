const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Said before the word that counts: "hi, we need", "hola buenos dias, yo necesito". */
export const FILLERS = set(`
  hi hello hey hiya howdy greetings good morning afternoon evening day there everyone all folks friend friends dear
  please pls plz i im id ive we were wed weve would like to am are in just also really so ok okay well oh um a my
  thanks thank you urgent urgently again and can
  hola buen buenos buenas dias tardes noches por favor porfavor porfa yo nosotros nosotras se me tambien todavia aun
  pues bueno oye oigan gracias y un una mi lo urgente amigos amigas
`);

/** Said around a digit or a command and changing nothing. */
export const COURTESIES = set(`
  please pls plz thanks thank you thx ty ok okay yes sure now too hi hello hey guys friend friends all so much
  por favor porfavor porfa gracias si claro ya hola muchas
`);

/**
 * Words of either language one letter away from a keyword that people do begin texts with: never a typo. Kept by
 * reading the neighbours of every keyword in a dictionary.
 */
export const REAL_WORDS = set(`
  need needy nerd nerds needle nee neat next nest new newt newts newsy nets ness now nows
  gist gilt girt git grift lift
  grout groupy groupie grope grupa grumo gripo gruta
  lease leaf leaved leaven leaver leaves lave levee leavy llave leve leaving
  agendas adenda
  cad cards car cars carb carbs cared care cares cart carts carp carpe carry chard cord curd cara caras caro carta cardo
  tarjetas
  doe dine dime dole dome don dona donde donee dong dope dose dote dove doze drone dune dolne doner donut doge dame
  doce doble dile dime dios
  skill spill shill stall stale stile stills stilt stilts style swill
  mane mice mike mile mime mina mince mind mined miner mini minis mink mint mire mite mines mien mono mio mia mis misa
  misas miss miso mil mios mias minas mies micas mitos mimos amigos
  men mend meno mene ment menus mean mena mesa
  lag land lane lank lung long lana lange
  languages idiom idioma idiomas idiota
  list lists lista liste listos listen lisa liso
  segue sigues siguen siga sique signe sigan
  sali salia salid salio salimos
  necesitas necesitar necesitaba necesitado necesitados
  ocupa ocupe ocupado ocupados ocupada
  regale regales regalan regalas regalon regulo regular regulos
  ofrezca
  noticia
  espanola
`);
