'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientProps } from 'payload'
import { useState } from 'react'
import { parseEuros } from '@/core/money'

/** What Payload reads as no number, so that the field's own rule refuses it beside the field. */
const NO_AMOUNT = 'NaN'

const euros = (cents: number | string | undefined): string =>
  typeof cents === 'number' ? (cents / 100).toFixed(2).replace('.', ',') : ''

/** An amount as it is typed, in euros, kept as cents. */
export function EurosField({ field, path: given, readOnly }: NumberFieldClientProps) {
  const path = given ?? field.name
  const { value, setValue, showError } = useField<number | string | undefined>({ path })
  const [typed, setTyped] = useState<string>()
  return (
    <div className={`field-type number${showError ? ' error' : ''}`} style={mergeFieldStyles(field)}>
      <FieldLabel label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          id={`field-${path.replaceAll('.', '__')}`}
          inputMode="decimal"
          name={path}
          readOnly={readOnly}
          disabled={readOnly}
          type="text"
          value={typed ?? euros(value)}
          onBlur={() => value !== NO_AMOUNT && setTyped(undefined)}
          onChange={(event) => {
            setTyped(event.target.value)
            setValue(parseEuros(event.target.value) ?? NO_AMOUNT)
          }}
        />
      </div>
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  )
}
