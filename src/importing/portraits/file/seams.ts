/** Words in which neither a heading nor a sentence ends: no verbs, no parts of verbs ("an", "aus"). */
const openWords = new RegExp(
  '(?<![\\p{L}-])(?:' +
    'der|die|den|dem|des|eine|einen|einem|einer|eines|keine|keinen|keinem|keiner|und|oder|sowie|' +
    'für|von|vom|zum|zur|im|ins|am|ans|beim|seit|gegen|ohne|als|wie|dass|weil|wenn|ob|seine|' +
    'seiner|seinen|ihre|ihrer|ihren|ihrem|diese|dieser|dieses|diesen|diesem|rund|etwa|bis|deren|' +
    'dessen|beziehungsweise|sondern|obwohl|während|damit|bzw\\.|ca\\.|z\\.|d\\.' +
    ')$',
  'u',
)

/** Words, no nouns, that are written with a capital only where a sentence begins. */
const openers = new RegExp(
  '^(?:' +
    'Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einer|Wer|Was|Wie|Wo|Wann|Warum|Welche|Man|Es|Er|Wir|' +
    'Ich|In|Im|An|Am|Auf|Aus|Bei|Beim|Mit|Nach|Seit|Von|Vom|Vor|Zu|Zum|Zur|Für|Durch|Über|Unter|' +
    'Ohne|Um|Als|Wenn|Weil|Während|Ob|Obwohl|Und|Aber|Oder|Doch|Denn|Auch|Hier|Dort|Dann|Danach|' +
    'Dabei|Dazu|Daneben|Daher|Deshalb|So|Nur|Noch|Schon|Viele|Manche|Einige|Alle|Jede|Jeder|' +
    'Jedes|Kein|Keine|Nicht|Neben|Zwischen|Trotz|Dank|Laut|Rund|Etwa|Ab|Bis|Gerade|Besonders|' +
    'Oft|Meist|Häufig|Hinzu|Heute|Typisch|Wichtig|Ebenso|Außerdem|Zudem|Zugleich|Erst|Selbst' +
    ')(?!\\p{L})',
  'u',
)

/** Says whether a line ends as a sentence or its lead-in does. */
export function endsSentence(text: string): boolean {
  return /[.!?:…]["“”»«‘’')\]]*$/u.test(text)
}

/** Says whether a line begins as only a sentence can. */
export function opensSentence(text: string): boolean {
  return openers.test(text)
}

/** Says whether a line breaks off in the middle of a sentence that the next one goes on with. */
export function breaksOff(text: string, next: string): boolean {
  if (/[,/]$|\p{L}[-\u00ad]$/u.test(text) || openWords.test(text)) return true
  return /^\p{Ll}/u.test(next) && !endsSentence(text)
}
