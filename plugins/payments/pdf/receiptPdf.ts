import type { Lang } from '@/core/lang'
import { typeset } from '@/ui'
import { winAnsi } from '../domain/winAnsi'
import type { Paper } from '../service/readPaper'

const INK = '#1c2526'
const SOFT = '#5b6567'
const DEEP = '#12444d'
const MARGIN = 56

/**
 * The paper as a PDF, on one A4 page, in fonts every reader has. Made from the row alone, so that it is the same
 * paper whenever it is asked for.
 */
export async function receiptPdf(paper: Paper, lang: Lang): Promise<Buffer> {
  // Loaded at its first use: few processes ever make a PDF.
  const { default: PDFDocument } = await import('pdfkit')
  const made = new Date(paper.row.issuedAt)
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: lang === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: {
      Title: winAnsi(paper.title),
      Author: winAnsi(paper.issuer[0] ?? ''),
      CreationDate: made,
      ModDate: made,
    },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
  draw(doc, paper, (text) => winAnsi(typeset(text, lang)))
  doc.end()
  return whole
}

function draw(doc: PDFKit.PDFDocument, paper: Paper, say: (text: string) => string): void {
  const width = doc.page.width - 2 * MARGIN
  const [name = '', ...address] = paper.issuer
  doc.font('Times-Roman').fontSize(18).fillColor(DEEP).text(say(name))
  doc.font('Helvetica').fontSize(9.5).fillColor(SOFT)
  for (const line of address) doc.text(say(line))
  doc.fontSize(10.5).fillColor(INK)
  doc.text(say(`${paper.whoseLabel} ${paper.row.name}`), MARGIN, doc.y + 18, { width, align: 'right' })
  const top = doc.y + 22
  for (const y of [top, top + 3])
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + width, y)
      .lineWidth(0.8)
      .strokeColor(DEEP)
      .stroke()
  doc
    .font('Times-Roman')
    .fontSize(20)
    .fillColor(INK)
    .text(say(paper.heading), MARGIN, top + 20, { width })
  doc
    .font('Helvetica')
    .fontSize(10.5)
    .fillColor(SOFT)
    .text(say(paper.facts.join('   ')), { width })
  doc.moveDown(1.6)
  for (const { term, value } of paper.lines) {
    const y = doc.y
    doc.fontSize(10.5).fillColor(SOFT).text(say(term), MARGIN, y, { width: 130 })
    doc.fillColor(INK).text(say(value), MARGIN + 140, y, { width: width - 140 })
    doc.moveDown(0.7)
  }
  doc
    .fontSize(9)
    .fillColor(SOFT)
    .text(say(paper.mention), MARGIN, doc.y + 24, { width })
}
