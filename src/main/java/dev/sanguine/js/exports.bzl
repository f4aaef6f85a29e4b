"""What the engine's module exports: name -> 'java.package.Type' or 'java.package.Type#staticMember'."""

_QUERY = "dev.sanguine.query."
_FACE = "dev.sanguine.js.Face#"

ENGINE_EXPORTS = dict(
    {
        "CancelledError": "sanguine.Primitives#CancelledError",
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
            "dataTagErrorSymbol",
            "dataTagSymbol",
            "defaultScheduler",
            "defaultShouldDehydrateMutation",
            "defaultShouldDehydrateQuery",
            "dehydrate",
            "dehydrateQuery",
            "environmentManager",
            "experimental_streamedQuery",
            "focusManager",
            "hashKey",
            "hydrate",
            "isCancelledError",
            "isServer",
            "keepPreviousData",
            "matchMutation",
            "matchQuery",
            "noop",
            "notifyManager",
            "onlineManager",
            "partialMatchKey",
            "replaceEqualDeep",
            "shouldThrowError",
            "skipToken",
            "timeoutManager",
            "unsetMarker",
        ]}
    )
)
