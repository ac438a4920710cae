import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanMapping, guessMapping, missingColumns } from './columns'
import { decodeText, delimiterOf } from './decode'
import { type Entry, isWrong, parseDay, parseMethod, readEntries, type Wrong } from './entries'
import { forecast, NOTHING } from './forecast'

describe('columns', () => {
  it.each([
    [['Nom', 'Prénom', 'Courriel'], { lastName: 0, firstName: 1, email: 2 }],
    [['Nom', 'Adresse e-mail'], { name: 0, email: 1 }],
    [['PRÉNOM', 'NOM DE FAMILLE', 'E-Mail', 'Tél.'], { firstName: 0, lastName: 1, email: 2, phone: 3 }],
    [
      ['Full name', 'Email', 'Amount', 'Payment method', 'Paid on'],
      { name: 0, email: 1, amount: 2, method: 3, paidOn: 4 },
    ],
    [
      ['Nom', 'Courriel', 'Téléphone', 'Activité', 'Montant', 'Moyen de paiement', 'Payé le', 'Référence'],
      { name: 0, email: 1, phone: 2, activity: 3, amount: 4, method: 5, paidOn: 6, reference: 7 },
    ],
    [['Couleur', 'Pointure'], {}],
    [['Prénom', 'Courriel'], { email: 1 }],
  ])('of %j are known by their heads', (heads, mapping) => {
    expect(guessMapping(heads)).toEqual(mapping)
  })

  it('somebody chose are kept where there are such', () => {
    expect(
      cleanMapping({ name: '0', email: '7', phone: '', amount: '-1', method: 'x', other: '1' }, 3),
    ).toEqual({
      name: 0,
    })
    expect(missingColumns({})).toEqual(['name', 'email'])
    expect(missingColumns({ firstName: 0, email: 1 })).toEqual(['name'])
    expect(missingColumns({ firstName: 0, lastName: 2, email: 1 })).toEqual([])
  })
})

describe('the text of a file', () => {
  const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
    new Uint8Array(Buffer.from(text, encoding))
  const read = (data: Uint8Array) => {
    const r = decodeText(data)
    return r.ok ? `${r.value.encoding} ${r.value.text}` : r.reason
  }

  it.each([
    [bytes('Élève'), 'utf-8 Élève'],
    [bytes('\uFEFFÉlève'), 'utf-8 Élève'],
    [bytes('Élève', 'latin1'), 'windows-1252 Élève'],
    [new Uint8Array([0x80, 0x20, 0x9c]), 'windows-1252 € œ'],
    [new Uint8Array([0xff, 0xfe, ...bytes('Élève', 'utf16le')]), 'utf-16 Élève'],
    [bytes('PK\u0003\u0004…'), 'import.spreadsheet'],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'import.spreadsheet'],
    [bytes('a\u0000b'), 'import.not-text'],
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00]), 'import.not-text'],
    [new Uint8Array(), 'utf-8 '],
  ])('%#: %s', (data, expected) => {
    expect(read(data)).toBe(expected)
  })

  it('in UTF-8 comes back as it was; any bytes are answered for (properties)', () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .map((t) => t.replaceAll(/\p{Cc}|\uFEFF/gu, ''))
      .filter((t) => !t.startsWith('PK'))
    fc.assert(fc.property(text, (t) => void expect(read(bytes(t))).toBe(`utf-8 ${t}`)))
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (data) => void decodeText(data)))
  })

  it.each([
    ['Nom;Courriel\na,b,c;d', ';'],
    ['Name,Email\nx;y;z', ','],
    ['Name\tEmail', '\t'],
    ['"Nom, prénom";Courriel', ';'],
    ['\n\nNom,Courriel', ','],
    ['Nom', ';'],
  ])('%j is parted by %j', (text, delimiter) => {
    expect(delimiterOf(text)).toBe(delimiter)
  })
})

describe('lines', () => {
  const mapping = { name: 0, email: 1, amount: 2, method: 3, paidOn: 4, reference: 5, phone: 6 }
  const frame = { feeCents: 500, today: '2027-02-01' }
  const one = (...cells: string[]) => readEntries([{ line: 2, cells }], mapping, frame)[0] as Entry | Wrong

  it('say who, and what they paid', () => {
    expect(
      one(' Zoé  Œil ', ' Zoe@Exemple.FR ', '5,00', 'Chèque', '07/01/2027', 'n° 12', "'+33 6 12 34 56 78"),
    ).toEqual({
      line: 2,
      name: 'Zoé Œil',
      email: 'zoe@exemple.fr',
      phone: '+33 6 12 34 56 78',
      activity: '',
      joinedOn: null,
      payment: { cents: 500, method: 'cheque', receivedOn: '2027-01-07', reference: 'n° 12' },
    })
    // Without an amount, the fee; without way and day, nothing paid yet.
    expect(one('Zoé', 'z@a.fr', '', 'espèces', '2027-01-07')).toMatchObject({ payment: { cents: 500 } })
    expect(one('Zoé', 'z@a.fr', '5')).toMatchObject({ payment: null })
    // A spreadsheet took its 0 away, or its plus.
    expect(one('Zoé', 'z@a.fr', '', '', '', '', '612345678')).toMatchObject({ phone: '0612345678' })
    expect(one('Zoé', 'z@a.fr', '', '', '', '', '33612345678')).toMatchObject({ phone: '+33612345678' })
  })

  it.each([
    [['', 'z@a.fr'], 'name', 'import.name-missing'],
    [['Z', 'z@a.fr'], 'name', 'import.name-missing'],
    [['Z'.repeat(81), 'z@a.fr'], 'name', 'import.too-long'],
    [['Zoé', ''], 'email', 'import.email-missing'],
    [['Zoé'], 'email', 'import.email-missing'],
    [['Zoé', 'zoe'], 'email', 'import.email-wrong'],
    [['Zoé', 'a@b.fr, c@d.fr'], 'email', 'import.email-wrong'],
    [['Zoé', 'z@a.fr', '5', '', '07/01/2027'], 'method', 'import.method-missing'],
    [['Zoé', 'z@a.fr', '5', 'carte', '07/01/2027'], 'method', 'import.method-unknown'],
    [['Zoé', 'z@a.fr', '5', 'chèque', ''], 'paidOn', 'import.date-missing'],
    [['Zoé', 'z@a.fr', '5', 'chèque', 'hier'], 'paidOn', 'import.date-unreadable'],
    [['Zoé', 'z@a.fr', '5', 'chèque', '31/02/2027'], 'paidOn', 'import.date-unreadable'],
    [['Zoé', 'z@a.fr', '5', 'chèque', '02/02/2027'], 'paidOn', 'payment.wrong-date'],
    [['Zoé', 'z@a.fr', 'cinq', 'chèque', '07/01/2027'], 'amount', 'payment.amount'],
    [['Zoé', 'z@a.fr', '4', 'chèque', '07/01/2027'], 'amount', 'payment.wrong-amount'],
    [['Zoé', 'z@a.fr', '', '', '', '', '0'.repeat(41)], 'phone', 'import.too-long'],
    [['Zoé', 'z@a.fr', '', '', '', '', '12 34'], 'phone', 'application.phone-wrong'],
  ])('%j: wrong in %s, %s', (cells, column, reason) => {
    expect(one(...cells)).toMatchObject({ line: 2, column, refusal: { reason } })
  })

  it('say all that is wrong with them at once', () => {
    const read = one('', 'zoe', '5', 'carte', '07/01/2027')
    expect(read).toMatchObject({ column: 'name', refusal: { reason: 'import.name-missing' } })
    expect((read as Wrong).also.map((r) => r.reason)).toEqual(['import.email-wrong', 'import.method-unknown'])
  })

  it.each([
    ['', null],
    ['07/01/2019', '2019-01-07'],
    ['2027-02-01', '2027-02-01'],
    ['1901-07-01', '1901-07-01'],
    ['1901-06-30', 'import.joined-wrong'],
    ['2027-02-02', 'import.joined-wrong'],
    ['toujours', 'import.date-unreadable'],
  ])('joined on %j: %s', (said, expected) => {
    const [read] = readEntries(
      [{ line: 2, cells: ['Zoé', 'z@a.fr', said] }],
      { name: 0, email: 1, joinedOn: 2 },
      frame,
    )
    if (read && isWrong(read)) expect([read.column, read.refusal.reason]).toEqual(['joinedOn', expected])
    else expect(read?.joinedOn).toBe(expected)
  })

  it('hold the first of an address given twice, whatever its case', () => {
    const lines = ['a@a.fr', 'b@a.fr', 'A@a.fr', 'a@a.fr'].map((email, i) => ({
      line: i + 2,
      cells: ['Zoé', email],
    }))
    const read = readEntries(lines, mapping, frame)
    expect(read.map(isWrong)).toEqual([false, false, true, true])
    expect(read[2]).toMatchObject({ refusal: { reason: 'import.twice', detail: { line: 2 } } })
  })

  it('of any kind are answered for, each once, and no address is taken twice (property)', () => {
    const cell = fc.oneof(
      fc.constantFrom('Zoé', 'a@a.fr', 'b@b.fr', '5', 'chèque', 'espèces', '07/01/2027', '', '=1+1', "'+33"),
      fc.string({ maxLength: 30 }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 20 }), (rows) => {
        const lines = rows.map((cells, i) => ({ line: i + 2, cells }))
        const read = readEntries(lines, mapping, frame)
        expect(read.map((r) => r.line)).toEqual(lines.map((l) => l.line))
        const emails = read.filter((r): r is Entry => !isWrong(r)).map((r) => r.email)
        expect(new Set(emails).size).toBe(emails.length)
      }),
    )
  })

  it.each([
    ['1/2/2027', '2027-02-01'],
    ['01.02.2027', '2027-02-01'],
    [' 2027-02-01 ', '2027-02-01'],
    ['2027-02-01T10:00', '2027-02-01'],
  ])('read the day %j as %s', (text, day) => {
    expect(parseDay(text)).toBe(day)
  })

  it.each([
    ['Espèces', 'cash'],
    ['CHÈQUE', 'cheque'],
    ['virement bancaire', 'transfer'],
    ['bitcoin', null],
  ])('read the way %j as %s', (text, method) => {
    expect(parseMethod(text)).toBe(method)
  })
})

describe('what a line will come to', () => {
  const entry = { line: 2, name: 'Zoé', email: 'z@a.fr', phone: '', activity: '', joinedOn: null }
  const paid: Entry = {
    ...entry,
    payment: { cents: 500, method: 'cash', receivedOn: '2027-01-07', reference: '' },
  }
  const unpaid: Entry = { ...entry, payment: null }
  const said = (of: Entry, known: Partial<typeof NOTHING>) => {
    const outcome = forecast(of, { ...NOTHING, ...known })
    return typeof outcome === 'string' ? outcome : outcome.reason
  }

  it.each([
    [{}, 'joined', 'accepted'],
    [{ standing: 'left' }, 'joined', 'accepted'],
    [{ standing: 'suspended' }, 'import.barred', 'import.barred'],
    [{ standing: 'erased' }, 'import.barred', 'import.barred'],
    [{ member: true }, 'already', 'already'],
    [{ file: 'joined' }, 'already', 'already'],
    [{ file: 'accepted' }, 'joined', 'already'],
    [{ file: 'refused' }, 'import.file-refused', 'import.file-refused'],
    [{ file: 'left' }, 'import.file-refused', 'import.file-refused'],
    [{ file: 'interviewed' }, 'import.file-open', 'import.file-open'],
  ] as const)('with %j: paid %s, unpaid %s', (known, whenPaid, whenUnpaid) => {
    expect(said(paid, known)).toBe(whenPaid)
    expect(said(unpaid, known)).toBe(whenUnpaid)
  })
})
