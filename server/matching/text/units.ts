/** What a number before it measures: a number before anything else is a count. */
export const UNITS =
  /^(?:v|volt|voltio|w|watt|gal|gallon|galon|liter|litre|litro|l|ft|foot|in|inch|cm|m|mm|oz|ounce|pound|lb|kg|kilo|person|man|x|day|hour|year|month|ct|amp|a|mah|mcg|mg|ml|burner|quart|qt|t|btu|watt|meter|metro|am|pm|yr|yo|mo|ano|mes|mese)s?$/;
