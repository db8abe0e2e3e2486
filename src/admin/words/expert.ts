import type { Words } from './words.ts'

/** The page on which an expert without an account reads a text and says what they think of it. */
export const expertWords = {
  title: { de: 'Fachliche Prüfung', en: 'Expert review' },
  askedFor: { de: 'Fachliche Prüfung für {{reader}}', en: 'Expert review for {{reader}}' },
  until: {
    de: 'Der Link gilt bis {{when}} und für eine Antwort. Bitte behandeln Sie den Text vertraulich.',
    en: 'The link holds until {{when}}, for one answer. Please keep the text confidential.',
  },
  yourOpinion: { de: 'Ihre fachliche Stimme', en: 'Your expert opinion' },
  explains: {
    de: 'Stimmt der Text? Was Sie schreiben, liest die Redaktion; über die Veröffentlichung entscheidet sie.',
    en: 'Is the text right? The editors read what you write; whether it is published is up to them.',
  },
  name: { de: 'Ihr Name', en: 'Your name' },
  opinion: { de: 'Ihr Urteil', en: 'Your verdict' },
  agree: { de: 'Ich stimme dem Text zu', en: 'I agree with the text' },
  object: { de: 'Ich widerspreche dem Text', en: 'I object to the text' },
  comment: { de: 'Begründung (freiwillig)', en: 'Your reasons (optional)' },
  passages: { de: 'Zu einzelnen Stellen', en: 'On single passages' },
  passagesExplain: {
    de: 'Markieren Sie Wörter im Text, oder fügen Sie eine Stelle hinzu und tippen Sie ihren Wortlaut ab.',
    en: 'Mark words in the text, or add a passage and type its words.',
  },
  passage: { de: 'Stelle {{number}}', en: 'Passage {{number}}' },
  quote: { de: 'Wortlaut im Text', en: 'Words of the text' },
  body: { de: 'Ihr Kommentar zu dieser Stelle', en: 'Your comment on this passage' },
  addPassage: { de: 'Stelle hinzufügen', en: 'Add a passage' },
  addMarked: { de: 'Markierte Stelle kommentieren', en: 'Comment on the marked passage' },
  removePassage: { de: 'Stelle {{number}} entfernen', en: 'Remove passage {{number}}' },
  send: { de: 'Antwort absenden', en: 'Send answer' },
  sending: { de: 'Wird gesendet …', en: 'Sending …' },
  nameMissing: { de: 'Bitte nennen Sie Ihren Namen.', en: 'Please tell your name.' },
  opinionMissing: {
    de: 'Bitte sagen Sie, ob Sie zustimmen oder widersprechen.',
    en: 'Please say whether you agree or object.',
  },
  quoteMissing: {
    de: 'Bitte nennen Sie die Stelle, oder entfernen Sie sie.',
    en: 'Please tell the passage, or remove it.',
  },
  quoteNotFound: {
    de: 'Diese Wörter stehen so nicht in einem Absatz oder Feld des Textes. Bitte prüfen Sie den Wortlaut.',
    en: 'These words do not stand in one part of the text like this. Please check the wording.',
  },
  bodyMissing: {
    de: 'Bitte schreiben Sie etwas zu dieser Stelle, oder entfernen Sie sie.',
    en: 'Please write something on this passage, or remove it.',
  },
  unreachable: {
    de: 'Der Server ist nicht zu erreichen. Ihre Antwort steht noch hier; bitte senden Sie sie noch einmal.',
    en: 'The server cannot be reached. Your answer is still here; please send it again.',
  },
  failed: {
    de: 'Die Antwort wurde nicht angenommen ({{status}}). Sie steht noch hier; bitte versuchen Sie es später noch einmal.',
    en: 'The answer was not taken ({{status}}). It is still here; please try again later.',
  },
  tooMuch: {
    de: 'Die Antwort wurde so nicht angenommen: {{reason}} Sie steht noch hier.',
    en: 'The answer was not taken like this: {{reason}} It is still here.',
  },
  arrivedBefore: {
    de: 'Zu diesem Link liegt schon eine Antwort vor. Brach vorhin nur die Verbindung ab, so ist es Ihre: Sie ist angekommen.',
    en: 'There is an answer to this link already. If only the connection broke before, it is yours: it has arrived.',
  },
  stillHere: {
    de: 'Was Sie geschrieben haben, steht noch hier; Sie können es kopieren.',
    en: 'What you have written is still here; you can copy it.',
  },
  thanks: { de: 'Vielen Dank', en: 'Thank you' },
  thanksExplain: {
    de: 'Ihre Antwort ist bei der Redaktion. Sie können diese Seite schließen; der Link ist damit verbraucht.',
    en: 'Your answer has reached the editors. You can close this page; the link is used up by it.',
  },
  usedTitle: {
    de: 'Dieser Link ist schon beantwortet',
    en: 'This link has been answered already',
  },
  used: {
    de: 'Ein Link gilt für eine Antwort. Möchten Sie noch etwas sagen, bitten Sie die Redaktion um einen neuen.',
    en: 'A link is for one answer. If you want to add something, ask the editors for a new one.',
  },
  expiredTitle: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
  expired: {
    de: 'Bitten Sie die Redaktion um einen neuen, wenn sie noch auf Ihr Urteil wartet.',
    en: 'Ask the editors for a new one if they still wait for your verdict.',
  },
  revokedTitle: {
    de: 'Die Redaktion hat diesen Link zurückgezogen',
    en: 'The editors have taken this link back',
  },
  revoked: {
    de: 'Er öffnet nichts mehr. Fragen Sie bei der Redaktion nach, wenn Sie das überrascht.',
    en: 'It opens nothing any more. Ask the editors if this surprises you.',
  },
  endedTitle: {
    de: 'Den Text gibt es so nicht mehr',
    en: 'The text is another one by now',
  },
  ended: {
    de: 'Er wurde geändert, seit dieser Link angelegt wurde. Bitten Sie die Redaktion um einen Link zum neuen Text.',
    en: 'It was changed since this link was made. Ask the editors for a link to the new text.',
  },
  unknownTitle: { de: 'Dieser Link gilt nicht', en: 'This link does not work' },
  unknown: {
    de: 'Er ist unvollständig oder verändert. Kopieren Sie den ganzen Link, oder bitten Sie die Redaktion um einen neuen.',
    en: 'It is incomplete or was changed. Copy the whole link, or ask the editors for a new one.',
  },
} as const satisfies Words
