/** A change that fails, whose outcome nobody knows, or that is given up: it leaves the views, and nothing else does. */
package dev.sanguine.query.rollback;
