-- Runs once, when the database is made: the login of the program, which owns nothing. The program's start gives it
-- the roles it works in.
\getenv wachtwoord APP_WACHTWOORD
create role wlz_app login noinherit password :'wachtwoord';
