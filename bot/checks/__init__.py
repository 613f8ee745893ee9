"""What `madoguchi check` makes sure of: each module looks at one kind of content and lists its problems."""
