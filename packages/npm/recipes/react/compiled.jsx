import { skipToken, useMutation, useQuery } from '@tanstack/react-query'
import { usePendingIntents, useUnsavedIntents } from 'sanguine/react'

export function Compiled({ id, options }) {
  const { data } = useQuery({ queryKey: ['events', id], queryFn: skipToken })
  const save = useMutation(options)
  const pending = usePendingIntents({ queryKey: ['events'], id })
  const unsaved = useUnsavedIntents({ queryKey: ['events'], id })
  return (
    <>
      <button onClick={() => save.mutate({ id, title: 'A' })}>{data.title}</button>
      {pending.map((intent) => `: ${intent.fields.filter((f) => f !== 'id')} is being saved`)}
      {unsaved.map((intent) => (
        <span key={intent.mutationId}>
          : {intent.fields.filter((f) => f !== 'id')} was not saved
          <button onClick={() => intent.retry()}>Retry</button>
        </span>
      ))}
    </>
  )
}
