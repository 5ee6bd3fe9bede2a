-- Run by psql as an administrator of a new PostgreSQL: the catalogue's database, and Temporal's two, each with a user
-- that owns nothing else. Passwords come from the environment.
\set ON_ERROR_STOP on
\getenv offers_password OFFERS_PASSWORD
\getenv temporal_password TEMPORAL_DATABASE_PASSWORD

create role offers login password :'offers_password';
create database offers owner offers;

create role temporal login password :'temporal_password';
create database temporal owner temporal;
create database temporal_visibility owner temporal;
