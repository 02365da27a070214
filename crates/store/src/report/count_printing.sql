UPDATE report SET printed = printed + 1, updated_at = :at WHERE id = :id
