import type { ReactNode } from 'react'
import { cx } from '../classes'
import { T } from '../T'
import { useTexts } from '../useTexts'
import { Field, FieldError, FieldHint, type FieldProps, OptionalMark, useField } from './Field'

export type Option = {
  value: string
  label: ReactNode
  /** What choosing it means or costs. */
  hint?: ReactNode
  disabled?: boolean
}

const asList = (sent: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof sent === 'string' ? [sent] : sent

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectProps = FieldProps & {
  options: readonly (SelectOption | { group: string; options: readonly SelectOption[] })[]
  value?: string
  /** The empty choice; `false` when one option always holds. */
  empty?: string | false
}

export function Select(props: SelectProps) {
  const { label, hint, optional, error, labelHidden, name, options, value, empty } = props
  const t = useTexts().form
  const { sent } = useField({ name })
  const option = (o: SelectOption) => (
    <option key={o.value} value={o.value} disabled={o.disabled}>
      {o.label}
    </option>
  )
  return (
    <Field {...{ label, hint, optional, error, labelHidden, name }}>
      {(control) => (
        <select className="input input--select" defaultValue={asList(sent)?.[0] ?? value ?? ''} {...control}>
          {empty !== false && <option value="">{empty ?? t.choose}</option>}
          {options.map((o) =>
            'group' in o ? (
              <optgroup key={o.group} label={o.group}>
                {o.options.map(option)}
              </optgroup>
            ) : (
              option(o)
            ),
          )}
        </select>
      )}
    </Field>
  )
}

type GroupProps = FieldProps & {
  options: readonly Option[]
  /** Side by side where there is room: for two to five short answers. */
  inline?: boolean
}
export type RadioGroupProps = GroupProps & { value?: string }
export type CheckboxGroupProps = GroupProps & { values?: readonly string[] }

export function RadioGroup({ value, ...props }: RadioGroupProps) {
  return <ChoiceGroup {...props} type="radio" chosen={value === undefined ? [] : [value]} />
}

export function CheckboxGroup({ values = [], ...props }: CheckboxGroupProps) {
  return <ChoiceGroup {...props} type="checkbox" chosen={values} />
}

function ChoiceGroup(props: GroupProps & { type: 'radio' | 'checkbox'; chosen: readonly string[] }) {
  const { control, error, hintId, errorId, sent } = useField(props)
  const chosen = asList(sent) ?? props.chosen
  return (
    <fieldset
      className={cx('field', 'choices', props.inline && 'choices--inline', error && 'field--wrong')}
      aria-describedby={control['aria-describedby']}
    >
      <legend className={props.labelHidden ? 'visually-hidden' : 'field__label'}>
        <T>{props.label}</T>
        <OptionalMark optional={props.optional} />
      </legend>
      <FieldHint id={hintId}>{props.hint}</FieldHint>
      <FieldError id={errorId}>{error}</FieldError>
      <div className="choices__list">
        {props.options.map((option, i) => (
          <Choice
            key={option.value}
            type={props.type}
            // The summary of errors points at the group's first choice.
            id={i === 0 ? control.id : `${control.id}-${i + 1}`}
            name={props.name}
            option={option}
            checked={chosen.includes(option.value)}
            required={props.type === 'radio' && control.required}
            invalid={control['aria-invalid']}
            focused={i === 0 && control.autoFocus}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Choice(props: {
  type: 'radio' | 'checkbox'
  id: string
  name: string
  option: Option
  checked: boolean
  required: boolean
  invalid: true | undefined
  focused: boolean | undefined
  describedBy?: string
}) {
  const { option, id } = props
  const hintId = option.hint ? `${id}-detail` : undefined
  return (
    <div className="choice">
      <input
        className="choice__input"
        type={props.type}
        id={id}
        name={props.name}
        value={option.value}
        defaultChecked={props.checked}
        required={props.required}
        disabled={option.disabled}
        aria-describedby={[hintId, props.describedBy].filter(Boolean).join(' ') || undefined}
        aria-invalid={props.type === 'checkbox' ? props.invalid : undefined}
        // biome-ignore lint/a11y/noAutofocus: after a refusal, the first to mend.
        autoFocus={props.focused}
      />
      <label className="choice__label" htmlFor={id}>
        <T>{option.label}</T>
      </label>
      {hintId && (
        <p className="choice__hint" id={hintId}>
          <T>{option.hint}</T>
        </p>
      )}
    </div>
  )
}

export type CheckboxProps = FieldProps & { value?: string; checked?: boolean }

/** One box to tick: an agreement, a wish. Its label is the whole sentence. */
export function Checkbox({ value = 'oui', checked = false, ...props }: CheckboxProps) {
  const { control, error, errorId, sent } = useField({ ...props, hint: undefined })
  return (
    <div className={cx('field', error && 'field--wrong')}>
      <FieldError id={errorId}>{error}</FieldError>
      <Choice
        type="checkbox"
        id={control.id}
        name={props.name}
        option={{
          value,
          label: (
            <>
              <T>{props.label}</T>
              <OptionalMark optional={props.optional} />
            </>
          ),
          hint: props.hint,
        }}
        checked={sent === undefined ? checked : asList(sent)!.includes(value)}
        required={control.required}
        invalid={control['aria-invalid']}
        focused={control.autoFocus}
        describedBy={errorId}
      />
    </div>
  )
}
