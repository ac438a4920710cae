import type { FormState } from '@/hooks'
import { Button, Form, PostButton, TextInput } from '@/ui'
import { REASON_MAX } from '../domain/rules'
import type { Texts } from '../i18n'

type Props = { path: string; hidden: boolean; consequence: string; state: FormState; t: Texts }

/** Hiding, with its reason and what follows; or showing again what is hidden. */
export function HideForm({ path, hidden, consequence, state, t }: Props) {
  const m = t.moderate
  if (hidden)
    return (
      <PostButton kind="main" action={path} hidden={{ acte: 'show' }} note={m.showText}>
        {m.show}
      </PostButton>
    )
  return (
    <Form id="masquer" action={path} errors={state.errors} values={state.values} hidden={{ acte: 'hide' }}>
      <TextInput
        name="motif"
        label={m.reason}
        hint={m.reasonHint}
        maxLength={REASON_MAX}
        autoComplete="off"
      />
      <Button kind="danger" note={consequence}>
        {m.hide}
      </Button>
    </Form>
  )
}
