import { expect, it } from 'vitest'
import { problemsWith } from './schema'

it('takes what Stripe’s types take, and nothing else', { timeout: 60_000 }, () => {
  const params = {
    mode: 'payment',
    locale: 'fr',
    allowed_payment_method_types: ['card'],
    line_items: [
      { quantity: '1', price_data: { currency: 'eur', unit_amount: '500', product_data: { name: 'x' } } },
    ],
    metadata: { checkout: 'c' },
    payment_intent_data: { metadata: { checkout: 'c' } },
    expires_at: '1800000000',
  }
  expect(problemsWith('SessionCreateParams', structuredClone(params))).toEqual([])
  expect(problemsWith('SessionCreateParams', { ...params, metadatas: {} })).not.toEqual([])
  expect(problemsWith('SessionCreateParams', { ...params, locale: 'klingon' })).not.toEqual([])
  expect(problemsWith('SessionCreateParams', { ...params, expires_at: 'soon' })).not.toEqual([])
  expect(problemsWith('RefundCreateParams', { payment_intent: 'pi', reason: 'because' })).not.toEqual([])
  expect(problemsWith('RefundCreateParams', { payment_intent: 'pi', reason: 'duplicate' })).toEqual([])
  expect(problemsWith('Refund', { id: 're_1', object: 'refund' })).not.toEqual([])
})
