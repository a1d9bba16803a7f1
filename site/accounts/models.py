"""Who can sign in. The email address is the identity; what a person may do is in roles.py and in dated roles."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from accounts import second_step
from accounts.roles import Role


class UserManager(BaseUserManager):
    """Makes users from an email address, which is compared without regard to case."""

    use_in_migrations = True

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        if not email:
            raise ValueError("A user needs an email address.")
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)


class User(AbstractUser):
    """Somebody who can sign in: staff, a champion, a facilitator, a provider. Never a resident who seeks help."""

    username = None
    email = models.EmailField(
        "email address",
        unique=True,
        error_messages={"unique": "There is an account with this email address already."},
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_account_per_email",
                violation_error_message="There is an account with this email address already.",
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    @property
    def roles(self) -> frozenset[str]:
        """The staff roles of this person, read once per request."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(self.groups.values_list("name", flat=True)) if self.pk else frozenset()
        return self._roles

    @property
    def lacks_second_step(self) -> bool:
        """Whether this person must add a second step of signing in before they may act as staff, read once."""
        if not hasattr(self, "_lacks_second_step"):
            self._lacks_second_step = second_step.is_missing_for(self)
        return self._lacks_second_step

    def has_role(self, *roles: Role) -> bool:
        """Whether this person may act in one of `roles`. A superuser holds none that they were not given (rule D2).

        Without the second step nobody acts as staff, whichever door they came through.
        """
        return self.is_active and not self.roles.isdisjoint(roles) and not self.lacks_second_step

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        """Whether this person has the permission `perm`, which is how Wagtail asks: never without the second step."""
        return super().has_perm(perm, obj) and not self.lacks_second_step

    def has_module_perms(self, app_label: str) -> bool:
        return super().has_module_perms(app_label) and not self.lacks_second_step
