// What mail programs write around an answer, in the eight languages: before what they quote, below what was said, instead of a person.

/** "On … wrote:", on one line; what stands between is a date, a name, an address. */
export const attributions: readonly RegExp[] = [
  /^(?:am|vom|den) .{4,300} schrieb(?: .{1,200})?:$/i,
  /^.{4,300} (?:schrieb|hat geschrieben)(?: am .{4,200}| folgendes| wie folgt)?:$/i,
  /^on .{4,300} wrote:$/i,
  /^.{4,300} (?:wrote|writes)(?: on .{4,200})?:$/i,
  /^(?:le|en date du) .{4,300} a écrit ?:$/i,
  /^.{4,300} a écrit(?: le .{4,200})? ?:$/i,
  /^(?:el|en) .{4,300} escribió:$/i,
  /^.{4,300} escribió(?: el .{4,200})?:$/i,
  /^(?:il|in data|il giorno|nel) .{4,300} ha scritto:$/i,
  /^.{4,300} ha scritto(?: il .{4,200})?:$/i,
  /^op .{4,300} (?:schreef|heeft)(?: .{1,200})?(?: geschreven)?:$/i,
  /^.{4,300} schreef(?: op .{4,200})?:$/i,
  /^(?:em|a|no dia|em data) .{4,300} escreveu:$/i,
  /^.{4,300} escreveu(?: (?:em|no dia|a) .{4,200}| ?\(.{4,100}\))?:$/i,
  /^(?:w dniu|dnia|on) .{4,300} (?:napisał(?:\(a\)|a|\/a)?|pisze|użytkownik .{1,200} napisał)(?: .{1,200})?:$/i,
  /^.{4,300} napisał(?:\(a\)|a|\/a)?:$/i,
  /^wiadomość napisana przez .{4,300}:$/i,
]

/** Outlook's head of the quoted mail, field by field: from; when; to; about. */
export const headLabels: readonly RegExp[] = [
  /^\*{0,2}(?:von|from|de|da|van|od)\s?:\*{0,2}(?:\s|$)/i,
  /^\*{0,2}(?:gesendet|datum|sent|date|envoyé(?: le)?|enviado(?: el| em)?|fecha|inviato|data|verzonden|wysłano|wysłane)\s?:\*{0,2}(?:\s|$)/i,
  /^\*{0,2}(?:an|to|à|para|a|aan|naar|do)\s?:\*{0,2}(?:\s|$)/i,
  /^\*{0,2}(?:betreff|subject|objet|asunto|oggetto|onderwerp|temat|assunto)\s?:\*{0,2}(?:\s|$)/i,
  /^\*{0,2}(?:cc|kopie|dw|antwort an|reply-to)\s?:\*{0,2}(?:\s|$)/i,
]

/** "-----Original Message-----". */
export const originals =
  /^[-_=*\s]{2,}(?:original message|original appointment|forwarded message|begin forwarded message|ursprüngliche nachricht|originalnachricht|original-nachricht|weitergeleitete nachricht|message d['’]origine|message original|message initial|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|origineel bericht|doorgestuurd bericht|mensagem original|mensagem encaminhada|wiadomość oryginalna|oryginalna wiadomość|pierwotna wiadomość|przekazana wiadomość)[-_=*\s]{2,}$/i

/** A rule of Outlook before that head. */
export const rule = /^(?:_{10,}|-{20,}|={20,})$/

/** What telephones and free mail programs write below. */
export const mobileSignatures: readonly RegExp[] = [
  /^(?:sent|gesendet|envoyé|enviado|inviato|verzonden|verstuurd|wysłan[oey]|enviada)(?=\s).{0,30}\b(?:from|von|mit|de(?:puis|sde)?|da(?:l|lla)?|vanaf|via|met|do(?: meu)?|z(?:e)?|za pomocą)(?=\s).{2,80}$/i,
  /^(?:von|vom) (?:meinem|mein) .{2,40} gesendet\.?$/i,
  /^diese nachricht wurde von meinem .{2,60} gesendet\.?$/i,
  /^(?:get|outlook|holen sie sich|téléchargez?|obtenir|obtener|descargar|scarica|ottieni|download|pobierz|obter|obtenha|transferir)\b.{0,20}\boutlook\b.{0,60}$/i,
  /^outlook (?:für|for|pour|para|per|voor|dla) (?:ios|android|mac)\b.{0,80}$/i,
  /^(?:virenfrei|virus-free|garanti sans virus|sans virus|libre de virus|privo di virus|virusvrij|wolny od wirusów|livre de vírus)\b.{0,80}$/i,
]

/** With which a letter ends, and what follows it on its line: many sentences begin with such words too. */
export const closings =
  /^(?:mit (?:freundlichen|besten|herzlichen|kollegialen|lieben|vielen) (?:grüßen|grüssen|gruessen)|mit (?:freundlichem|bestem|herzlichem) gru(?:ß|ss)|freundliche gr(?:üße|üsse)|(?:viele|liebe|beste|herzliche|schöne|sonnige) gr(?:üße|üsse)|(?:beste[nr]?|liebe[nr]?) gru(?:ß|ss)|mfg|vg|lg|bg|(?:kind|best|warm|kindest|warmest) regards|regards|best wishes|yours (?:sincerely|faithfully)|sincerely|all the best|cordialement|bien cordialement|(?:très )?cordialement|bien à vous|sincères salutations|(?:meilleures |cordiales )salutations|(?:un )?(?:cordial )?saludos?(?: cordiales)?|saludos|atentamente|un cordial saludo|cordiali saluti|distinti saluti|un cordiale saluto|saluti|met (?:vriendelijke|hartelijke) groet(?:en)?|vriendelijke groet(?:en)?|hartelijke groet(?:en)?|groet(?:en|jes)|mvg|z poważaniem|pozdrawiam(?: serdecznie)?|z pozdrowieniami|serdecznie pozdrawiam|z wyrazami szacunku|com os melhores cumprimentos|(?:melhores |cordiais )?cumprimentos|atenciosamente|atentamente)(?<rest>[\s,.!–-].*|)$/iu

/** Only these make it an end: nothing, or a name. */
export const closed = /^[,.!–-]?(?:\s+\p{Lu}[\p{L}.'’-]*){0,3}$/u

/** What was forgotten before the end is still said. */
export const afterwords = /^(?:p\.? ?s\.?|ps)\s?[:.–-]?\s/i

/** The subjects of answers that nobody wrote, where nothing else in the mail says so. */
export const absentSubjects =
  /^\s*(?:automatische (?:antwort|abwesenheit)|abwesenheits?(?:notiz|benachrichtigung|meldung|nachricht)|abwesend|out of (?:the )?office|automatic reply|auto(?:matic)?[- ]?reply|réponse automatique|absence du bureau|message d['’]absence|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori sede|automatisch antwoord|afwezig(?:heid)?|odpowiedź automatyczna|autoodpowiedź|poza biurem|resposta automática|ausência temporária)\b/i
