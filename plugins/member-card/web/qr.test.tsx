import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { Card } from '../service/readCard'
import { readQr, rectanglesOf } from '../tests/readBack'
import { drawCard } from './cardPdf'
import { QrCode } from './qr'

const href = 'https://extranet.une-association.example/carte/AbCdEfGhIjKlMnOpQrSt_-'
const card: Card = {
  association: 'Compagnon',
  name: 'Éléonore Œuvrard',
  headline: 'Traductrice du japonais, à Rennes',
  portrait: null,
  season: 'Saison 2027',
  seat: 48,
  seats: { seats: 120, taken: 102, held: 3, mine: 48 },
  until: '2027-12-31',
  valid: true,
  href,
}
const drawn = { validity: 'Place n° 48 · valable jusqu’au 31 décembre 2027', portrait: null, at: new Date(0) }

describe('the code', () => {
  it('on the page is read back as the address', async () => {
    expect(await readQr(renderToStaticMarkup(<QrCode text={href} label="Code" />))).toBe(href)
  })

  it('in the PDF is vector, and is read back too', async () => {
    const pdf = await drawCard(card, 'fr', { ...drawn, compress: false })
    expect(pdf.toString('latin1')).not.toContain('/Subtype /Image')
    expect(await readQr(rectanglesOf(pdf))).toBe(href)
  })

  it('is read by a reader that reads nothing where there is none', async () => {
    const svg = renderToStaticMarkup(<QrCode text={href} label="Code" />)
    expect(await readQr(svg.replace(/<path.*<\/path>/, ''))).toBeNull()
  })
})

describe('the paper', () => {
  it.each(['fr', 'en'] as const)('is one page of A4, in %s', async (lang) => {
    const pdf = (await drawCard(card, lang, { ...drawn, compress: false })).toString('latin1')
    expect(pdf.startsWith('%PDF-')).toBe(true)
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(pdf).toContain('[0 0 595.28 841.89]')
  })

  it('holds whatever a name may be', async () => {
    for (const name of ['', 'Я', 'Nguyễn Thị Ánh', `${'Anne-Charlotte '.repeat(8)}de la Rochefoucauld`]) {
      const pdf = await drawCard({ ...card, name, headline: 'x'.repeat(300) }, 'fr', {
        ...drawn,
        compress: false,
      })
      expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    }
  })
})
