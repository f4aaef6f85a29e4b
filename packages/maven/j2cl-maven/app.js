/** @fileoverview The entry: a global for the page, or for Node. */
goog.module('consumer.app');

const Consumer = goog.require('consumer.Consumer');

goog.global['consumerRun'] = Consumer.run;
