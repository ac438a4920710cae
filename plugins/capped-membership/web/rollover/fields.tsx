import { z } from 'zod'
import { addDays, type CivilDate, isCivilDate } from '@/core/dates'
import { decimalEuros } from '@/core/money'
import { DateInput, TextInput } from '@/ui'
import { parseEuros } from '../../domain/payment'
import type { NextSeason } from '../../domain/rollover/nextSeason'
import { rolloverTexts } from '../../i18n/rollover'

const said = z.string().trim().max(200).default('')

/** The form of the next season, under the names of its fields in the address bar's language. */
export const nextSeasonForm = z.object({
  nom: said,
  titreFr: said,
  titreEn: said,
  places: said,
  cotisation: said,
  dernierJour: said,
  ouverture: said,
  cloture: said,
  renouvellement: said,
  gardees: said,
  fin: said,
})
export type NextSeasonForm = z.infer<typeof nextSeasonForm>

/** Fields of the form by those of the rule: where an error is shown. */
export const FIELD_OF: Readonly<Record<string, keyof NextSeasonForm>> = {
  name: 'nom',
  titleFr: 'titreFr',
  titleEn: 'titreEn',
  cap: 'places',
  feeCents: 'cotisation',
  lastDay: 'dernierJour',
  opensOn: 'ouverture',
  closesOn: 'cloture',
  renewalOpensOn: 'renouvellement',
  renewalClosesOn: 'gardees',
  endsOn: 'fin',
}

/** What was typed, as the rule takes it; what is no figure fails there. */
export function seasonFrom(
  form: NextSeasonForm,
  staffTakesSeats: boolean,
): { make: NextSeason; ends: string } {
  return {
    make: {
      name: form.nom,
      titleFr: form.titreFr,
      titleEn: form.titreEn,
      cap: /^\d{1,5}$/.test(form.places) ? Number(form.places) : Number.NaN,
      feeCents: parseEuros(form.cotisation) ?? Number.NaN,
      opensOn: form.ouverture,
      closesOn: form.cloture,
      renewalOpensOn: form.renouvellement,
      renewalClosesOn: form.gardees,
      endsOn: form.fin,
      staffTakesSeats,
    },
    // People say the last day; seasons keep the first one after it.
    ends: isCivilDate(form.dernierJour) ? addDays(form.dernierJour, 1) : '',
  }
}

/** The day before the next season opens; none where it is past, since members would lose their access at once. */
function lastDayBefore({ opensOn }: NextSeason, today: CivilDate): CivilDate | '' {
  const day = addDays(opensOn, -1)
  return day < today ? '' : day
}

/** What stands in the form at first. */
export const formFrom = (next: NextSeason, lang: 'fr' | 'en', today: CivilDate): NextSeasonForm => ({
  nom: next.name,
  titreFr: next.titleFr,
  titreEn: next.titleEn,
  places: String(next.cap),
  cotisation: decimalEuros(next.feeCents, lang),
  dernierJour: lastDayBefore(next, today),
  ouverture: next.opensOn,
  cloture: next.closesOn,
  renouvellement: next.renewalOpensOn,
  gardees: next.renewalClosesOn,
  fin: next.endsOn,
})

type FieldsProps = { lang: 'fr' | 'en'; first: NextSeasonForm }

/** The end of the season before, where it has none. */
export function EndField({ lang, first }: FieldsProps) {
  const t = rolloverTexts(lang)
  return <DateInput name="dernierJour" label={t.lastDay} hint={t.lastDayHint} value={first.dernierJour} />
}

/** What the next season is like. */
export function NextSeasonFields({ lang, first }: FieldsProps) {
  const t = rolloverTexts(lang)
  return (
    <>
      <TextInput name="nom" label={t.name} value={first.nom} maxLength={80} size="short" />
      <TextInput name="titreFr" label={t.titleFr} value={first.titreFr} maxLength={80} />
      <TextInput name="titreEn" label={t.titleEn} value={first.titreEn} maxLength={80} />
      <TextInput name="places" label={t.cap} value={first.places} inputMode="numeric" size="short" />
      <TextInput name="cotisation" label={t.fee} value={first.cotisation} inputMode="decimal" size="short" />
      <DateInput name="renouvellement" label={t.renewalOpensOn} value={first.renouvellement} />
      <DateInput
        name="gardees"
        label={t.renewalClosesOn}
        hint={t.renewalClosesOnHint}
        value={first.gardees}
        optional
      />
      <DateInput name="ouverture" label={t.opensOn} value={first.ouverture} />
      <DateInput name="cloture" label={t.closesOn} hint={t.closesOnHint} value={first.cloture} optional />
      <DateInput name="fin" label={t.endsOn} hint={t.endsOnHint} value={first.fin} optional />
    </>
  )
}
