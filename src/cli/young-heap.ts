import { setFlagsFromString } from 'node:v8';

// Before anything else is loaded, because room once given is not taken back. Every 64 KiB that a connection brings are a
// buffer of their own, and where young objects get more room, forty megabytes of those pile up before they are collected.
setFlagsFromString('--semi-space-growth-factor=1');
