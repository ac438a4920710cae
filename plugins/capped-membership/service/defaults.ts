import type { Bilingual } from '@/core/lang'

export type MembershipSettings = { holdDays: number; inviteDays: number; howToPay: Bilingual }

/** What holds until staff has saved settings of its own. */
export const DEFAULT_SETTINGS: MembershipSettings = {
  holdDays: 14,
  inviteDays: 7,
  howToPay: {
    fr: `En espèces ou par chèque : remettez votre cotisation à un permanent, lors d’une permanence ou d’une rencontre. Le chèque est à l’ordre de l’association.

Par virement : demandez-nous le RIB en répondant à notre courriel, et indiquez votre nom dans le libellé.

Votre adhésion est confirmée dès que nous avons reçu et enregistré votre cotisation.`,
    en: `In cash or by cheque: hand your fee to one of the staff, at the office or at a meeting. Cheques are payable to the association.

By bank transfer: ask for our bank details by replying to our e-mail, and put your name in the reference.

Your membership is confirmed as soon as your fee has reached us and been recorded.`,
  },
}
