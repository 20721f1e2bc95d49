// A notice goes out, somebody answers it in their mail program, and the answer stands on the page.
import { randomBytes } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { forgetTries } from '#platform/http/limits.ts'
import type { Town, Visitor } from '../../../testing/app.ts'
import { fill, rowsOf } from '../../../testing/as-owner.ts'
import { answered, askedBy, pageOf } from '../discussion/fixtures.ts'
import {
  adasAddress,
  answerAddress,
  beatrizsAddress,
  mailOf,
  mailsTo,
  openTownWithMail,
  take,
  workAll,
} from './fixtures.ts'

let town: Town
let ada: Visitor
let beatriz: Visitor
let question: string
let replyTo: string
beforeAll(async () => {
  town = await openTownWithMail()
  ada = await town.as('ada-lindmoser', 'de')
  beatriz = await town.as('beatriz-ribeirinha-douro', 'pt')
  question = await askedBy(ada, { audience: '2' })
  await workAll(town)
  town.mails.length = 0
  await answered(beatriz, question, 'Quem paga?')
  await workAll(town)
  replyTo = answerAddress(town, adasAddress, question)
})
beforeEach(() => {
  forgetTries()
  town.mails.length = 0
})

const repliesOf = (id = question) =>
  rowsOf<{ text: string; lang: string; author_id: number | null; files: number }>(
    town,
    `select r.text, r.lang, r.author_id, (select count(*)::int from attachment a where a.reply_id = r.id) as files
     from reply r where contribution_id = ${id} order by id`,
  )
const last = async (id?: string) => (await repliesOf(id)).at(-1)

describe('the notice', () => {
  test('names an address that fits into a mail, and says that it can be answered', async () => {
    await answered(beatriz, question, 'E desde quando?')
    await workAll(town)
    const [notice] = mailsTo(town, adasAddress)
    expect(notice?.replyTo).toMatch(/^reply\+[0-9a-z.]+@vicinia\.example$/)
    expect(notice?.replyTo?.split('@')[0]?.length).toBeLessThanOrEqual(64)
    expect(notice?.text).toContain('Sie können einfach auf diese Mail antworten')
    expect(notice?.inReplyTo).toBe(`thread-${question}`)
  })

  test('about TLP:RED invites nobody to write by mail, and still hears who does', async () => {
    const red = await askedBy(ada, { audience: 'persons', persons: 'Beatriz Ribeirinha Douro' })
    await workAll(town)
    await answered(beatriz, red, 'Segredo?')
    town.mails.length = 0
    await answered(beatriz, red, 'Mais?')
    await workAll(town)
    const [notice] = mailsTo(town, adasAddress)
    expect(notice?.text).not.toMatch(/antworten|Mais/)
    expect(await take(town, { to: notice?.replyTo ?? '', text: 'Ja, geheim.' })).toBe('landed')
    expect(await last(red)).toMatchObject({ text: 'Ja, geheim.' })
  })
})

describe('an answer', () => {
  test('lands as its author’s, in its language, without the quoted mail and the signature', async () => {
    const text = `Die Stadt zahlt, seit 2021.\r\n\r\nMit freundlichen Grüßen\r\nAda\r\n\r\nAm 26.11.26 um 10:15 schrieb Vicinia <n@vicinia.example>:\r\n> Quem paga?\r\n`
    expect(await take(town, { from: `Ada <${adasAddress.toUpperCase()}>`, to: replyTo.toUpperCase(), text })).toBe(
      'landed',
    )
    const reply = await last()
    expect(reply).toEqual({
      text: 'Die Stadt zahlt, seit 2021.',
      lang: 'de',
      author_id: await town.personId('ada-lindmoser'),
      files: 0,
    })
    await workAll(town)
    expect(mailsTo(town, beatrizsAddress).map((mail) => mail.text)).toContainEqual(
      expect.stringContaining('Die Stadt zahlt, seit 2021.'),
    )
    expect(await pageOf(beatriz, question)).toContain('Die Stadt zahlt, seit 2021.')
  })

  test('that comes as HTML alone lands as well', async () => {
    const html = '<p>Zu <b>zweit</b>.</p><blockquote type="cite">Quem paga?</blockquote>'
    expect(await take(town, { to: replyTo, html })).toBe('landed')
    expect((await last())?.text).toBe('Zu **zweit**.')
  })

  test('brings its files, by the rules of the house; the logo of the signature stays away', async () => {
    const logo = await sharp({ create: { width: 80, height: 20, channels: 3, background: 'red' } })
      .png()
      .toBuffer()
    const mail = {
      to: replyTo,
      text: 'Hier der Plan. [cid:logo@graz]',
      html: '<p>Hier der Plan.</p><img src="cid:logo@graz">',
      attachments: [
        { filename: 'plan.txt', content: 'Freitag 22 Uhr' },
        { filename: 'logo.png', content: logo, cid: 'logo@graz', contentDisposition: 'inline' as const },
      ],
    }
    expect(await take(town, mail)).toBe('landed')
    expect(await last()).toMatchObject({ text: 'Hier der Plan.', files: 1 })
    expect(await fill(town, `select count(*) from attachment where name = 'plan.txt' and size = 14`)).toBe(1)
  })

  test('handed over twice, also at once and by two processes, lands once', async () => {
    const source = await mailOf({ to: replyTo, text: 'Nur einmal.', messageId: '<einmal@graz.example>' })
    const fates = await Promise.all([take(town, source), take(town, source), take(town, source)])
    expect(fates.sort()).toEqual(['landed', 'landed-before', 'landed-before'])
    expect(await take(town, source)).toBe('landed-before')
    expect((await repliesOf()).filter(({ text }) => text === 'Nur einmal.')).toHaveLength(1)
  })

  test('of who asked as a member city lands without a name, and not with one in it', async () => {
    const veiled = await askedBy(ada, { audience: '2', veiled: 'yes', as: 'member-city' }, 'Wer hat das auch erlebt?')
    const known = await fill(town, `select count(*) from veil where contribution_id = ${veiled}`)
    expect(known).toBe(1)
    await workAll(town)
    town.mails.length = 0
    await answered(beatriz, veiled, 'Nós.')
    await workAll(town)
    const to = answerAddress(town, adasAddress, veiled)
    expect(await take(town, { to, text: 'Danke!\n\nViele Grüße\nAda Lindmoser, Graz' })).toBe('landed')
    expect(await last(veiled)).toMatchObject({ text: 'Danke!', author_id: null })
    expect(await take(town, { to, text: 'Bei uns in Graz ist es so.' })).toBe('refused')
    expect(town.mails.at(-1)?.text).toContain('Name Ihrer Stadt')
    expect(await last(veiled)).toMatchObject({ text: 'Danke!' })
  })
})

describe('what cannot be taken', () => {
  const zipBomb = (): Buffer => {
    const zeros = deflateRawSync(Buffer.alloc(50_000_000))
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(8, 8)
    head.writeUInt32LE(zeros.length, 18)
    head.writeUInt32LE(50_000_000, 22)
    head.writeUInt16LE(5, 26)
    return Buffer.concat([head, Buffer.from('x.txt'), zeros])
  }
  const attached = (filename: string, content: Buffer) => ({
    to: replyTo,
    text: 'Mit Datei.',
    attachments: [{ filename, content }],
  })

  test.each([
    ['a program', () => attached('lustig.pdf', Buffer.from('MZ\u0090\u0000\u0003')), 'Diese Art von Datei'],
    ['a zip bomb', () => attached('viel.docx', zipBomb()), 'Diese Art von Datei'],
    [
      'six files',
      () => ({
        to: replyTo,
        text: 'Viel.',
        attachments: Array.from({ length: 6 }, () => ({ filename: 'a.txt', content: 'a' })),
      }),
      'höchstens fünf Dateien',
    ],
    [
      'no words',
      () => ({ to: replyTo, text: 'Am 26.11.26 um 10:15 schrieb Vicinia:\n> Quem paga?' }),
      'keine Worte von Ihnen',
    ],
    ['too many words', () => ({ to: replyTo, text: 'Wort '.repeat(5000) }), 'länger als 20.000 Zeichen'],
  ])('%s: one mail says why, with the words, and nothing lands', async (_, mail, why) => {
    await fill(town, 'delete from incoming_mail')
    const before = (await repliesOf()).length
    expect(await take(town, mail())).toBe('refused')
    expect(await repliesOf()).toHaveLength(before)
    expect(town.mails.map(({ to }) => to)).toEqual([adasAddress])
    expect(town.mails[0]?.text).toContain(why)
    expect(town.mails[0]?.text).not.toContain('Quem paga?')
  })

  test('one mail an hour is enough, and the same one handed over again says nothing', async () => {
    await fill(town, 'delete from incoming_mail')
    const source = await mailOf({ to: replyTo, text: '' })
    expect(await take(town, source)).toBe('refused')
    expect(await take(town, source)).toBe('landed-before')
    expect(await take(town, { to: replyTo, text: '' })).toBe('refused')
    expect(town.mails).toHaveLength(1)
    town.now = new Date(town.now.getTime() + 3_700_000)
    expect(await take(town, { to: replyTo, text: '' })).toBe('refused')
    expect(town.mails).toHaveLength(2)
  })

  test('a question that is out of reach by now, without naming it', async () => {
    await fill(town, 'delete from incoming_mail')
    const own = await askedBy(beatriz, { audience: '2' }, 'Só por um tempo?')
    await workAll(town)
    await ada.post(`/contributions/${own}/watch`)
    town.mails.length = 0
    await answered(beatriz, own, 'Ainda?')
    await workAll(town)
    const to = answerAddress(town, adasAddress, own)
    const porto = `select a.id from audience a join organisation o on o.id = a.organisation_id where o.slug = 'pt-porto'`
    await fill(town, `update contribution set audience_id = (${porto}) where id = ${own}`)
    town.mails.length = 0
    expect(await take(town, { to, text: 'Ich höre noch mit.' })).toBe('refused')
    expect((await repliesOf(own)).some(({ text }) => text.includes('höre noch mit'))).toBe(false)
    expect(town.mails[0]?.text).toContain('steht Ihnen nicht mehr offen')
    expect(JSON.stringify(town.mails[0])).not.toContain('Só por um tempo')
  })

  test('random bytes are nothing', async () => {
    expect(await take(town, randomBytes(20_000))).toBe('ignored')
    expect(town.mails).toEqual([])
  })
})
