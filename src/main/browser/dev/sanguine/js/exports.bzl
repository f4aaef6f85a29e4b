"""What the engine's modules export: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

_QUERY = "dev.sanguine.query."
_FACE = "sanguine.Face#"
_PRIMITIVES = "sanguine.Primitives#"
_WORLD = "sanguine.World#"

# sanguine.mjs: the names of query-core, and what else a page needs to be right.
ENGINE_EXPORTS = dict(
    {
        "CancelledError": _PRIMITIVES + "CancelledError",
        "byVersion": _QUERY + "Versions#by",
        "dataTagErrorSymbol": _PRIMITIVES + "dataTagErrorSymbol",
        "dataTagSymbol": _PRIMITIVES + "dataTagSymbol",
        "defaultScheduler": _PRIMITIVES + "soon",
        "defaultShouldDehydrateMutation": _QUERY + "Hydration#defaultShouldDehydrateMutation",
        "defaultShouldDehydrateQuery": _QUERY + "Hydration#defaultShouldDehydrateQuery",
        "dehydrate": _QUERY + "Hydration#dehydrate",
        "dehydrateQuery": _QUERY + "Hydration#dehydrateQuery",
        "experimental_streamedQuery": _QUERY + "fetching.StreamedQuery#of",
        "hashKey": _PRIMITIVES + "hashKey",
        "hydrate": _QUERY + "Hydration#hydrate",
        "isServer": _WORLD + "onServer",
        "isCancelledError": _PRIMITIVES + "isCancelled",
        "keepPreviousData": _PRIMITIVES + "same",
        "matchMutation": _QUERY + "index.Matching#matchMutation",
        "matchQuery": _QUERY + "index.Matching#matchQuery",
        "noop": _PRIMITIVES + "noop",
        "partialMatchKey": _PRIMITIVES + "partialMatch",
        "replaceEqualDeep": _PRIMITIVES + "share",
        "shouldThrowError": _PRIMITIVES + "shouldThrowError",
        "skipToken": "sanguine.SkipToken#skipToken",
        "unsetMarker": _PRIMITIVES + "unsetMarker",
    },
    **dict(
        {name: _QUERY + name for name in [
            "InfiniteQueryObserver",
            "Mutation",
            "MutationCache",
            "MutationObserver",
            "QueriesObserver",
            "Query",
            "QueryCache",
            "QueryClient",
            "QueryObserver",
        ]},
        **{name: _FACE + name for name in [
            "environmentManager",
            "focusManager",
            "notifyManager",
            "onlineManager",
            "timeoutManager",
        ]}
    )
)

# sanguine-intents.mjs: what shows and debugs. `byVersion` and `temporary` are the engine's, for code that imports them from here.
INTENTS_EXPORTS = {
    "EventLog": "dev.sanguine.log.EventLog",
    "Replay": "dev.sanguine.log.Replay",
    "IntentsObserver": _QUERY + "pending.IntentsObserver",
    "byVersion": _QUERY + "Versions#by",
    "eventJson": "dev.sanguine.log.EventLog#json",
    "eventLogOf": "dev.sanguine.log.EventLog#of",
    "realId": _QUERY + "TemporaryIds#realId",
    "temporary": _QUERY + "TemporaryIds#temporary",
}

# sanguine-records.mjs: the feature that knows queries by their records.
RECORDS_EXPORTS = {
    "records": _QUERY + "records.RecordsFeature#records",
}

# sanguine-conflicts.mjs: the feature that settles what somebody else was faster with, and what was taken in part.
CONFLICTS_EXPORTS = {
    "conflicts": _QUERY + "conflicts.ConflictsFeature#conflicts",
    "conflictOf": _QUERY + "conflicts.ConflictsFeature#conflictOf",
    "settleDocs": _QUERY + "conflicts.ConflictsFeature#settleDocs",
}

# sanguine-pacing.mjs: the feature that sends what waits as one request, and holds requests back.
PACING_EXPORTS = {
    "pacing": _QUERY + "pacing.Pacer#pacing",
}

# sanguine-drafts.mjs: what a person has typed and not saved yet.
DRAFTS_EXPORTS = {
    "DraftObserver": _QUERY + "drafts.DraftObserver",
}

# sanguine-payload.mjs: the collections of Payload as queries and mutations.
PAYLOAD_EXPORTS = {
    "fieldErrors": "dev.sanguine.collections.PayloadFace#fieldErrors",
    "payloadCollection": "dev.sanguine.collections.PayloadFace#payloadCollection",
}

# For the classic script, which holds all.
ALL_EXPORTS = dict(dict(dict(dict(dict(dict(ENGINE_EXPORTS, **INTENTS_EXPORTS), **RECORDS_EXPORTS), **CONFLICTS_EXPORTS), **PACING_EXPORTS), **DRAFTS_EXPORTS), **PAYLOAD_EXPORTS)
