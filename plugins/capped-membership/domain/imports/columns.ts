import { searchKey } from '@/core/text'

/** What a list of members may say of each. Either `name`, or `firstName` and `lastName`. */
export const COLUMNS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'phone',
  'activity',
  'joinedOn',
  'amount',
  'method',
  'paidOn',
  'reference',
] as const
export type Column = (typeof COLUMNS)[number]

/** Our columns by their place in the file, from 0; those that the file does not have are absent. */
export type Mapping = Partial<Record<Column, number>>

/** Heads under which people keep these, in French and English, without accents or case. */
const HEADS: Record<Column, readonly string[]> = {
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'prenom nom',
    'prenom et nom',
    'name',
    'full name',
    'adherent',
    'membre',
    'member',
    'nom',
  ],
  firstName: ['prenom', 'first name', 'firstname', 'given name'],
  lastName: ['nom de famille', 'last name', 'lastname', 'surname', 'family name', 'nom'],
  email: [
    'courriel',
    'email',
    'e mail',
    'mail',
    'adresse electronique',
    'adresse email',
    'adresse e mail',
    'adresse mail',
    'email address',
    'e mail address',
  ],
  phone: ['telephone', 'tel', 'portable', 'mobile', 'phone', 'phone number', 'numero de telephone'],
  activity: ['activite', 'metier', 'profession', 'activity', 'job', 'occupation'],
  joinedOn: [
    'adherent depuis',
    'adherente depuis',
    'membre depuis',
    'date d adhesion',
    'adhesion le',
    'member since',
    'joined on',
    'joining date',
  ],
  amount: ['montant', 'cotisation', 'amount', 'fee', 'montant paye', 'paye', 'amount paid'],
  method: [
    'moyen de paiement',
    'mode de paiement',
    'moyen',
    'mode',
    'reglement',
    'mode de reglement',
    'moyen de reglement',
    'payment method',
    'method',
    'paid by',
  ],
  paidOn: [
    'paye le',
    'date de paiement',
    'date du paiement',
    'date de reglement',
    'regle le',
    'date d adhesion',
    'adhesion le',
    'paid on',
    'payment date',
    'joined on',
    'date',
  ],
  reference: ['reference', 'numero de cheque', 'n de cheque', 'libelle', 'cheque number'],
}

/** Which of our columns each head of a file most likely is. « Nom » beside « Prénom » is the family name. */
export function guessMapping(heads: readonly string[]): Mapping {
  const keys = heads.map((head) => searchKey(head))
  const find = (column: Column): number => {
    for (const head of HEADS[column]) {
      const at = keys.indexOf(head)
      if (at >= 0) return at
    }
    return -1
  }
  const mapping: Mapping = {}
  for (const column of COLUMNS) {
    const at = find(column)
    if (at >= 0) mapping[column] = at
  }
  const { firstName, name, lastName, ...others } = mapping
  if (firstName !== undefined && lastName !== undefined) return { firstName, lastName, ...others }
  return name === undefined ? { ...others } : { name, ...others }
}

/** A mapping somebody chose, with what is not there left out. */
export function cleanMapping(chosen: Readonly<Record<string, unknown>>, width: number): Mapping {
  const mapping: Mapping = {}
  for (const column of COLUMNS) {
    const said = chosen[column]
    const at = typeof said === 'number' ? said : typeof said === 'string' && said !== '' ? Number(said) : -1
    if (Number.isSafeInteger(at) && at >= 0 && at < width) mapping[column] = at
  }
  return mapping
}

/** The columns without which nothing can be imported. */
export function missingColumns(mapping: Mapping): Column[] {
  const named =
    mapping.name !== undefined || (mapping.firstName !== undefined && mapping.lastName !== undefined)
  return [...(named ? [] : (['name'] as const)), ...(mapping.email === undefined ? (['email'] as const) : [])]
}
