'use client'

import { TextInput, useField, useFormFields } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { TextFieldClientProps } from 'payload'
import { useId } from 'react'
import { relationId } from '#model/documents.ts'
import { useEntry } from '../kit/use-entry.ts'
import { isSamePart, offeredNames } from './offered.ts'

/** The name of a skill: the usual ones of the text's profession are offered, any other is as good. */
export function SkillName({ field, path: given, readOnly = false }: TextFieldClientProps) {
  const { disabled, path, setValue, showError, value } = useField<string>({
    potentiallyStalePath: given,
  })
  const offered = useOffered(path)
  const list = useId()
  // Payload hands on to the input whatever stands here.
  const attributes = { autoComplete: field.admin?.autoComplete, list }
  return (
    <TextInput
      AfterInput={
        <datalist id={list}>
          {offered.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      }
      hasMany={false}
      htmlAttributes={attributes}
      label={field.label ?? field.name}
      onChange={(event) => {
        setValue(event.target.value)
      }}
      path={path}
      readOnly={readOnly || disabled}
      required={field.required === true}
      showError={showError}
      style={mergeFieldStyles(field)}
      value={value}
    />
  )
}

function useOffered(path: string): string[] {
  const id = useFormFields(([fields]) => relationId(fields.profession?.value))
  // As one text, so that the input is drawn anew only where a name has changed. No name has several lines.
  const taken = useFormFields(([fields]) =>
    Object.entries(fields)
      .flatMap(([other, { value }]) =>
        isSamePart(path, other) && typeof value === 'string' ? [value] : [],
      )
      .join('\n'),
  )
  const profession = useEntry('professions', id)
  return offeredNames(texts(profession?.skills), taken.split('\n'))
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}
