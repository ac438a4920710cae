import PDFDocument from 'pdfkit'
import type { Lang } from '@/core/lang'
import type { App } from '@/hooks'
import { drawSeason, initials, SEASON_COLOURS, typeset } from '@/ui'
import { paperText } from '../domain/paperText'
import { runsOf } from '../domain/qr'
import { texts } from '../i18n'
import { portraitFile } from '../service/portraitFile'
import type { Card } from '../service/readCard'
import { modulesOf } from './qr'

type Doc = InstanceType<typeof PDFDocument>

const MM = 72 / 25.4
/** ISO/IEC 7810 ID-1, a bank card, in points; at the head of a sheet of A4. */
const CARD = { x: 62 * MM, y: 40 * MM, width: 85.6 * MM, height: 54 * MM }
const PAD = 3.5 * MM
const QR = 23 * MM
const SERIF = 'Times-Roman'
const SANS = 'Helvetica'
const { deep, act, edge, ink, soft } = SEASON_COLOURS.light

/** The card on a sheet to print and cut: all of it vector but the portrait, its code too. */
export async function cardPdf(app: App, card: Card, lang: Lang, validity: string): Promise<Buffer> {
  return drawCard(card, lang, {
    validity,
    portrait: await portraitFile(app, card.portrait),
    at: app.clock.now(),
  })
}

type Drawn = { validity: string; portrait: Buffer | null; at: Date; compress?: boolean }

/** What `cardPdf` draws, from what it has read; `compress: false` leaves it readable, for tests. */
export function drawCard(
  card: Card,
  lang: Lang,
  { validity, portrait, at, compress = true }: Drawn,
): Promise<Buffer> {
  const t = texts(lang)
  const say = (text: string) => paperText(typeset(text, lang))
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    compress,
    lang: lang === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: { Title: t.pdfTitle(card.name), Author: card.association, CreationDate: at, ModDate: at },
  })
  const bytes = collect(doc)
  cutMarks(doc)
  doc
    .save()
    .roundedRect(CARD.x, CARD.y, CARD.width, CARD.height, 2 * MM)
    .clip()
  doc.rect(CARD.x, CARD.y, CARD.width, 2 * MM).fill(deep)
  doc.restore()
  doc
    .lineWidth(0.5)
    .roundedRect(CARD.x, CARD.y, CARD.width, CARD.height, 2 * MM)
    .stroke(edge)
  head(doc, say(card.association), say(card.season))
  face(doc, card.name, portrait)
  words(doc, [say(card.name), say(card.headline), say(validity)])
  code(doc, card.href)
  grid(doc, card)
  doc.font(SANS, 9).fillColor(soft)
  doc.text(say(`${t.cut} ${t.scan}`), CARD.x, CARD.y + CARD.height + 9 * MM, { width: CARD.width })
  doc.end()
  return bytes
}

function collect(doc: Doc): Promise<Buffer> {
  const parts: Buffer[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
}

/** Short lines off each corner, where scissors go. */
function cutMarks(doc: Doc): void {
  doc.lineWidth(0.4)
  for (const x of [CARD.x, CARD.x + CARD.width])
    for (const y of [CARD.y, CARD.y + CARD.height]) {
      const [outX, outY] = [x === CARD.x ? -1 : 1, y === CARD.y ? -1 : 1]
      doc
        .moveTo(x + outX * MM, y)
        .lineTo(x + outX * 5 * MM, y)
        .stroke(edge)
      doc
        .moveTo(x, y + outY * MM)
        .lineTo(x, y + outY * 5 * MM)
        .stroke(edge)
    }
}

function head(doc: Doc, association: string, season: string): void {
  const y = CARD.y + 4.2 * MM
  const width = CARD.width - 2 * PAD
  doc
    .font(SERIF, 10)
    .fillColor(ink)
    .text(association, CARD.x + PAD, y, line(width * 0.6))
  doc.fillColor(soft).text(season, CARD.x + PAD + width * 0.6, y, { ...line(width * 0.4), align: 'right' })
}

const FACE = { x: CARD.x + PAD, y: CARD.y + 12 * MM, side: 16 * MM }

function face(doc: Doc, name: string, portrait: Buffer | null): void {
  const { x, y, side } = FACE
  if (portrait) {
    doc.image(portrait, x, y, { width: side, height: side })
    return
  }
  doc.rect(x, y, side, side).fill(deep)
  doc.font(SERIF, 20).fillColor('#fff')
  const text = paperText(initials(name)) || '·'
  doc.text(text, x, y + (side - doc.currentLineHeight()) / 2, {
    width: side,
    align: 'center',
    lineBreak: false,
  })
}

/** Name, trade, seat and day: each on as many lines as it takes, the name smaller where it is long. */
function words(doc: Doc, [name = '', headline = '', validity = '']: string[]): void {
  const x = FACE.x + FACE.side + 2.5 * MM
  const width = CARD.x + CARD.width - PAD - QR - 1.5 * MM - x
  const bottom = CARD.y + CARD.height - 12 * MM
  doc.font(SERIF, name.length > 24 ? 10 : 13).fillColor(ink)
  doc.text(name, x, FACE.y - 1, { width, height: 12 * MM, ellipsis: true })
  doc.font(SANS, 6.5).fillColor(soft)
  if (headline)
    doc.text(headline, x, doc.y + 1.5, { width, height: 2 * doc.currentLineHeight(), ellipsis: true })
  doc.fillColor(ink).text(validity, x, doc.y + 1.5, { width, height: Math.max(8, bottom - doc.y) })
}

function code(doc: Doc, href: string): void {
  const modules = modulesOf(href)
  const unit = QR / modules.length
  const [x0, y0] = [CARD.x + CARD.width - PAD - QR + 1.5 * MM, CARD.y + 9.5 * MM]
  // Rows overlap by a hair: viewers that smooth edges would show a seam between them, and some readers stumble.
  const high = unit * 1.04
  for (const [x, y, width] of runsOf(modules)) doc.rect(x0 + x * unit, y0 + y * unit, width * unit, high)
  doc.fill('#000')
}

/** The season as its seats, one's own among them, along the foot of the card. */
function grid(doc: Doc, { seats: { mine, ...counts } }: Card): void {
  if (counts.seats < 1) return
  const { width, height, paths } = drawSeason(
    mine > 0 ? { ...counts, mine } : counts,
    Math.min(40, counts.seats),
  )
  const room = { width: CARD.width - 2 * PAD, height: 9.5 * MM }
  const scale = Math.min(room.width / width, room.height / height)
  doc.save()
  doc.translate(CARD.x + PAD, CARD.y + CARD.height - 2.5 * MM - height * scale).scale(scale)
  doc.lineWidth(1)
  if (paths.taken) doc.path(paths.taken).fill(deep)
  if (paths.mine) doc.path(paths.mine).fill(act)
  if (paths.held) doc.path(paths.held).stroke(act)
  if (paths.heldHalf) doc.path(paths.heldHalf).fill(act)
  if (paths.free) doc.path(paths.free).stroke(edge)
  doc.restore()
}

const line = (width: number) => ({ width, height: 12, ellipsis: true, lineBreak: false })
