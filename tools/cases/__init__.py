"""The table of the Russian case chooser: how it is learnt."""
