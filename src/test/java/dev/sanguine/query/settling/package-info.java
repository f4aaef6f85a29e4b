/** In which order changes show, wait for each other, are sent, settle, and are fetched after. */
package dev.sanguine.query.settling;
