import { type App, insertOnce } from '@/hooks'
import { CREDIT_RULES } from '../contract'

/** 5 TS on joining (domain.md, SEED). Staff changes it or turns it off; it is never made again. */
const JOINING = {
  key: 'joining',
  event: 'membership.confirmed',
  amount: 5,
  active: true,
  labelFr: 'Bienvenue dans l’association',
  labelEn: 'Welcome to the association',
}

/** Makes the rules the product comes with, once. */
export async function seedRules(app: App): Promise<void> {
  await insertOnce(app, CREDIT_RULES, JOINING)
}
