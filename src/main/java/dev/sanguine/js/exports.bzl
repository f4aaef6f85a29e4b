"""What the engine's module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

_QUERY = "dev.sanguine.query."
_FACE = "dev.sanguine.js.Face#"
_PRIMITIVES = "sanguine.Primitives#"

ENGINE_EXPORTS = dict(
    {
        "CancelledError": _PRIMITIVES + "CancelledError",
        "dataTagErrorSymbol": _PRIMITIVES + "dataTagErrorSymbol",
        "dataTagSymbol": _PRIMITIVES + "dataTagSymbol",
        "defaultScheduler": _PRIMITIVES + "soon",
        "hashKey": _PRIMITIVES + "hashKey",
        "isCancelledError": _PRIMITIVES + "isCancelled",
        "keepPreviousData": _PRIMITIVES + "same",
        "noop": _PRIMITIVES + "noop",
        "partialMatchKey": _PRIMITIVES + "partialMatch",
        "replaceEqualDeep": _PRIMITIVES + "share",
        "shouldThrowError": _PRIMITIVES + "shouldThrowError",
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
            "defaultShouldDehydrateMutation",
            "defaultShouldDehydrateQuery",
            "dehydrate",
            "dehydrateQuery",
            "environmentManager",
            "experimental_streamedQuery",
            "focusManager",
            "hydrate",
            "isServer",
            "matchMutation",
            "matchQuery",
            "notifyManager",
            "onlineManager",
            "skipToken",
            "timeoutManager",
        ]}
    )
)
