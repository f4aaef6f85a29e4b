/**
 * What queries and mutations show (states, results), tell (actions, events) and write down (dehydrated states): records
 * without behaviour, plain objects in the browser. States are never changed: who wants another one copies it.
 */
package dev.sanguine.query.state;
